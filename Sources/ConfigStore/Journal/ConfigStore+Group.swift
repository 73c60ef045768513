extension ConfigStore {
  /// Puts new bytes in the place of those that were read in several files, all or none.
  ///
  /// - Parameters:
  ///   - changes: what is to be where; a file whose bytes stay is left alone.
  ///   - root: the config that the files belong to: its folder holds the journal, and its backup
  ///     names the others.
  ///   - others: files that were read and do not change, but on which the change depends.
  ///   - reason: why, in a word or a short sentence without anything of the config.
  /// - Returns: what was done; nothing at all when no byte changes.
  /// - Throws: `StoreError`; only `notConfirmed` and `damaged` mean that files were touched.
  package func commit(
    _ changes: [FileChange], of root: Snapshot, reading others: [Snapshot], reason: String
  ) throws(StoreError) -> Receipt {
    let changes = changes.filter { $0.bytes != $0.snapshot.bytes }
    for change in changes where change.bytes.count > settings.byteLimit {
      throw .tooLarge(change.snapshot.path, limit: settings.byteLimit)
    }
    if changes.isEmpty { return .unchanged(path: root.path, target: root.target) }
    if changes.count == 1, changes[0].snapshot.target == root.target {
      // Alone, the config needs no journal, and may be where it can only be written in place.
      for other in others {
        let now = try load(other.path)
        guard now.target == other.target, now.bytes == other.bytes else {
          throw .changedMeanwhile(other.path)
        }
      }
      return try commit(changes[0].bytes, over: root, reason: reason)
    }
    return try GroupTransaction(
      files: files, settings: settings, root: root, changes: changes,
      others: others.filter { other in !changes.contains { $0.snapshot.target == other.target } },
      reason: reason
    ).run()
  }

  /// Finishes a write of several files that was cut off.
  ///
  /// - Parameter path: the path of the config.
  /// - Returns: the files that have their new bytes now; nil when there is nothing to finish.
  /// - Throws: `StoreError`: `journalMismatch` where it cannot be finished, with nothing touched.
  package func recover(_ path: String) throws(StoreError) -> [String]? {
    let place = try journalPlace(path)
    guard place.hasJournal else { return nil }
    if settings.isManaged { throw .managed(path) }
    return try GroupRecovery(files: files, settings: settings, place: place).run()
  }

  /// The journal of a write of several files that was cut off.
  ///
  /// - Parameter path: the path of the config.
  /// - Returns: the path of the journal; nil when there is none.
  package func unfinishedJournal(of path: String) -> String? {
    guard let place = try? journalPlace(path), place.hasJournal else { return nil }
    return place.journalPath
  }

  private func journalPlace(_ path: String) throws(StoreError) -> BackupFolder {
    let found = try resolve(path)
    return BackupFolder(
      files: files, target: found,
      owner: found.status.map { Owner(uid: $0.uid, gid: $0.gid) })
  }
}
