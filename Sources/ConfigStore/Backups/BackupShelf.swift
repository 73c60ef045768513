/// The backups of one config: putting one there, finding them, and taking the oldest away.
struct BackupShelf {
  let place: BackupFolder
  /// The greatest number of bytes that a backup can have.
  let byteLimit: Int

  private var files: any FileSystem { place.files }

  /// All backups that are complete, newest first.
  ///
  /// A record without its backup was cut off before anything was written, and says nothing.
  func records() throws(FileError) -> [BackupRecord] {
    var records: [BackupRecord] = []
    for id in try ids(ending: ".record").sorted(by: >) {
      guard let bytes = try files.contents(of: place.recordPath(id), limit: Journal.limit),
        let record = BackupRecord(bytes, id: id, in: place.parent),
        try size(of: id) == record.old.size
      else { continue }
      records.append(record)
    }
    return records
  }

  /// Reads a backup; nil when it does not hold what its record promises.
  func bytes(of record: BackupRecord) throws(FileError) -> [UInt8]? {
    let bytes = try files.contents(of: place.backupPath(record.id), limit: byteLimit)
    return bytes.flatMap { Fingerprint(of: $0) == record.old ? $0 : nil }
  }

  /// Keeps bytes that are about to be overwritten; the newest backup is used if it holds them.
  ///
  /// - Parameters:
  ///   - bytes: the bytes from before the write.
  ///   - mode: the config's mode.
  ///   - new: what is about to be written.
  ///   - reason: why.
  ///   - now: the time in seconds since 1970-01-01 00:00 UTC.
  ///   - members: the files that are written together with this one.
  /// - Returns: the number of the backup, which the disk has.
  /// - Throws: the system's failure.
  func keep(
    _ bytes: [UInt8], mode: UInt32, new: Fingerprint, reason: String, now: Int64,
    members: [GroupMember] = []
  ) throws(FileError) -> Int {
    let records = try records()
    let newest = records.first
    let old = Fingerprint(of: bytes)
    var isHeld = false
    // A record that names other files is their way back too, and is not written over.
    if let newest, newest.old == old, newest.members.isEmpty {
      isHeld = try self.bytes(of: newest) == bytes
    }
    let id: Int
    if isHeld, let newest {
      id = newest.id
    } else {
      let used = try ids(ending: ".record") + ids(ending: ".json5")
      id = (used.max() ?? 0) + 1
    }
    let record = BackupRecord(
      id: id, time: now, reason: reason, mode: mode, old: old, new: new, members: members)
    // The record goes first: no file of ours can then be without one, and so be kept for ever.
    try files.replacePrivate(
      place.recordPath(id), record.bytes(in: place.parent), owner: place.owner)
    if !isHeld {
      try files.createPrivate(place.backupPath(id), bytes, owner: place.owner)
    }
    // The folders are as old as the first backup, or the second where that was cut off.
    if records.count < 2 {
      try place.synchronizeFolders()
    } else {
      try files.synchronizeFolder(place.backups)
    }
    return id
  }

  /// Takes away the backups that need not be kept, and only those that are what we made.
  func prune(now: Int64) throws(FileError) {
    let records = try records()
    for id in Retention.expired(records, now: now) {
      guard let record = records.first(where: { $0.id == id }), try bytes(of: record) != nil else {
        continue
      }
      try files.remove(place.backupPath(id))
      try files.remove(place.recordPath(id))
    }
  }

  private func ids(ending: String) throws(FileError) -> [Int] {
    var ids: [Int] = []
    do {
      for name in try files.names(in: place.backups) {
        if let id = BackupRecord.id(inName: name, ending: ending) { ids.append(id) }
      }
    } catch {
      guard error == .notFound else { throw error }
    }
    return ids
  }

  private func size(of id: Int) throws(FileError) -> Int? {
    do {
      let status = try files.status(of: place.backupPath(id), followingLinks: false)
      return status.kind == .regular ? Int(status.size) : nil
    } catch {
      guard error == .notFound else { throw error }
      return nil
    }
  }
}
