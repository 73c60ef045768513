/// Finishes a write of several files that was cut off, if all is as its journal says.
struct GroupRecovery {
  let files: any FileSystem
  let settings: StoreSettings
  /// Where the journal lies.
  let place: BackupFolder

  /// Finishes the write.
  ///
  /// - Returns: the files that have their new bytes now; nil when there is nothing to finish.
  /// - Throws: `StoreError`: `journalMismatch` with nothing touched, or why it cannot be finished
  ///   now; then it is as unfinished as before.
  func run() throws(StoreError) -> [String]? {
    guard let first = try journal() else { return nil }
    let folders = Set(first.members.map { RelativePath.folder(of: $0.target) })
    let owner = place.owner
    let locks = try FolderLocks(
      [place]
        + folders.map { folder in
          let any = ResolvedPath(target: folder + "/x", status: nil, linkFolders: [])
          return BackupFolder(files: files, target: any, owner: owner)
        }, files: files, waiting: settings.lockWait)
    defer { locks.release() }
    // Whoever held the lock may have finished it.
    guard let journal = try journal() else { return nil }
    var pending: [Journal.Member] = []
    for member in journal.members where try !isDone(member) { pending.append(member) }
    do {
      for member in pending { try files.rename(member.temporary, to: member.target) }
      for folder in folders.sorted() { try files.synchronizeFolder(folder) }
      try files.remove(place.journalPath)
      try files.synchronizeFolder(place.backups)
    } catch {
      throw .halfWay(place.parent, place.journalPath, .failed(place.parent, error))
    }
    // What else the cut-off run noted is litter now.
    try? locks.removeLeftovers(random: settings.random)
    return journal.members.map(\.target)
  }

  private func journal() throws(StoreError) -> Journal? {
    do {
      guard let bytes = try files.contents(of: place.journalPath, limit: Journal.limit) else {
        return nil
      }
      guard let journal = Journal(bytes, in: place.parent) else {
        throw StoreError.unreadableJournal(place.parent, place.journalPath)
      }
      return journal
    } catch {
      throw error as? StoreError ?? .unread(place.journalPath, error as? FileError ?? .deviceFailed)
    }
  }

  /// Whether a file is the new one already; throws unless that or the renaming is possible.
  private func isDone(_ member: Journal.Member) throws(StoreError) -> Bool {
    let now = fingerprint(member.target)
    if now == member.new { return true }
    guard now == member.old, fingerprint(member.temporary) == member.new,
      TemporaryFile.isOurs(RelativePath.name(of: member.temporary))
    else { throw .journalMismatch(member.target, place.journalPath) }
    return false
  }

  private func fingerprint(_ path: String) -> Fingerprint? {
    guard let bytes = try? files.contents(of: path, limit: settings.byteLimit) else { return nil }
    return Fingerprint(of: bytes)
  }
}
