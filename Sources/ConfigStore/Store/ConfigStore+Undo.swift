extension ConfigStore {
  /// Lists the backups of a config.
  ///
  /// - Parameter path: the path of the config, which need not exist any more.
  /// - Returns: what is known of each, newest first; none when there is no folder of backups.
  /// - Throws: `StoreError` when the folder cannot be read.
  package func history(of path: String) throws(StoreError) -> [BackupRecord] {
    try records(on: shelf(of: try resolve(path)), path)
  }

  /// The path of a backup, to name it to the user.
  ///
  /// - Parameters:
  ///   - id: the number of the backup.
  ///   - path: the path of the config.
  /// - Returns: the path, whether or not there is such a backup.
  /// - Throws: `StoreError` when the path cannot be resolved.
  package func backupPath(_ id: Int, of path: String) throws(StoreError) -> String {
    shelf(of: try resolve(path)).place.backupPath(id)
  }

  /// Puts the exact bytes of a backup back, even if the config is missing or cannot be parsed.
  ///
  /// What is there now is backed up first, like before every write. Without a number, the newest
  /// backup whose bytes differ from the file is taken. That makes an undo its own way back: after
  /// it, the newest backup is the state before it, and a second plain undo returns there. A commit
  /// that failed leaves at most a backup equal to the file, which a plain undo passes over. To
  /// walk further back, name the backup.
  ///
  /// After a write in place that was cut off, a plain undo takes the backup of that write.
  ///
  /// A backup that was made when several files were written puts all of them back, or none.
  ///
  /// - Parameters:
  ///   - path: the path of the config.
  ///   - id: the number of the backup; nil for the one described above.
  ///   - isForced: whether to go on when the file is not what this tool last wrote.
  /// - Returns: what was done.
  /// - Throws: `StoreError`: `noBackup`, `damagedBackup`, `changedSince` and all of a commit.
  package func undo(_ path: String, to id: Int? = nil, isForced: Bool = false)
    throws(StoreError) -> Receipt
  {
    let found = try resolve(path)
    let current: Snapshot? = found.status == nil ? nil : try load(path)
    let shelf = shelf(of: found)
    let records = try records(on: shelf, path)
    let now = current.map { Fingerprint(of: $0.bytes) }
    let wanted = id ?? current?.interruptedBackup
    guard let newest = records.first else { throw .noBackup(path, id: id) }
    guard
      let chosen = wanted.map({ wanted in records.first { $0.id == wanted } })
        ?? records.first(where: { $0.old != now || differs($0) })
    else {
      if let wanted { throw .noBackup(path, id: wanted) }
      return .unchanged(path: path, target: found.target)
    }
    let bytes = try read(chosen, on: shelf, path)
    if bytes == current?.bytes, !differs(chosen) {
      return .unchanged(path: path, target: found.target, restored: chosen.id)
    }
    let isOurs = now == nil || now == newest.new || now == newest.old
    guard isOurs || isForced || current?.interruptedBackup != nil else { throw .changedSince(path) }
    if let current, current.interruptedBackup == nil, !chosen.members.isEmpty {
      return try GroupUndo(store: self, root: current, record: chosen, isForced: isForced)
        .run(bytes)
    }
    return try Transaction(
      files: files, settings: settings, found: found, path: path, original: current, bytes: bytes,
      reason: "undo", restoring: chosen
    ).run()
  }

  /// Whether a file that was written together with the config is not as it was before that write.
  private func differs(_ record: BackupRecord) -> Bool {
    record.members.contains { member in
      guard let bytes = try? load(member.target).bytes else { return true }
      return Fingerprint(of: bytes) != member.old
    }
  }

  func shelf(of found: ResolvedPath) -> BackupShelf {
    BackupShelf(
      place: BackupFolder(files: files, target: found), byteLimit: settings.byteLimit)
  }

  private func records(on shelf: BackupShelf, _ path: String) throws(StoreError) -> [BackupRecord] {
    do {
      return try shelf.records()
    } catch {
      throw .unread(shelf.place.backups, error)
    }
  }

  func read(_ record: BackupRecord, on shelf: BackupShelf, _ path: String)
    throws(StoreError) -> [UInt8]
  {
    let bytes: [UInt8]?
    do {
      bytes = try shelf.bytes(of: record)
    } catch {
      throw .unread(shelf.place.backupPath(record.id), error)
    }
    guard let bytes else { throw .damagedBackup(path, id: record.id) }
    return bytes
  }
}
