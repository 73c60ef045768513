/// One write: everything that happens to one file under one lock.
struct Transaction {
  let files: any FileSystem
  let settings: StoreSettings
  /// Where the write takes place.
  let found: ResolvedPath
  /// The path as it was asked for.
  let path: String
  /// What is there now; nil when there is no file.
  let original: Snapshot?
  /// What is to be there.
  let bytes: [UInt8]
  /// Why, for the record.
  let reason: String
  /// The backup that the bytes come from; nil when they are new.
  var restoring: BackupRecord?

  var place: BackupFolder {
    BackupFolder(files: files, target: found, owner: owner)
  }

  /// The owner of the file, or of the folder that it is to lie in.
  var owner: Owner? {
    if let status = original?.status { return Owner(uid: status.uid, gid: status.gid) }
    guard let status = try? files.status(of: found.folder, followingLinks: false) else {
      return nil
    }
    return Owner(uid: status.uid, gid: status.gid)
  }

  /// Writes the bytes; until they are complete and safe, the old ones are.
  ///
  /// - Returns: what was done.
  /// - Throws: `StoreError`; only `notConfirmed` and `damaged` mean that the file was touched.
  func run() throws(StoreError) -> Receipt {
    try Preflight(files: files, settings: settings).check(found, as: path)
    let place = place
    let lock = try place.lock(waiting: settings.lockWait)
    defer { files.close(lock) }
    let temporary = TemporaryFile(place: place, lock: lock, random: settings.random)
    let shelf = BackupShelf(place: place, byteLimit: settings.byteLimit)
    let torn: PendingWrite?
    let backup: Int?
    do {
      try temporary.removeLeftover()
      try place.prepare()
      torn = try checkPending(place)
      try checkUnchanged()
      backup = try keepOriginal(shelf)
    } catch {
      throw .preparing(place.root, error)
    }
    let isAtomic = try replace(temporary, backup: backup, torn: torn)
    // The bytes are in place: what fails from here on must not make it look otherwise.
    if torn != nil { try? files.removeIfThere(place.pendingPath) }
    try? shelf.prune(now: settings.now)
    return Receipt(
      path: path, target: found.target, isWritten: true, isAtomic: isAtomic, backup: backup,
      backupPath: backup.map(place.backupPath), restored: restoring?.id)
  }

  /// Throws `changedMeanwhile` unless path and file are exactly what they were when read.
  func checkUnchanged() throws(StoreError) {
    let now: ResolvedPath
    do {
      now = try LinkResolver(files: files).resolve(path)
    } catch {
      throw .changedMeanwhile(path)
    }
    guard now.target == found.target else { throw .changedMeanwhile(path) }
    guard let original else {
      if now.status != nil { throw .changedMeanwhile(path) }
      return
    }
    guard now.status?.isSameFile(as: original.status) == true else {
      throw .changedMeanwhile(path)
    }
    let (bytes, status) = try ConfigReader(files: files, limit: settings.byteLimit)
      .read(now, as: path)
    guard status.isSameFile(as: original.status), bytes == original.bytes else {
      throw .changedMeanwhile(path)
    }
  }

  /// Looks for a write in place that was cut off; only a restore may go on then.
  func checkPending(_ place: BackupFolder) throws -> PendingWrite? {
    guard let pending = try place.pendingWrite() else { return nil }
    if let original, pending.isSettled(by: original.bytes) {
      try files.removeIfThere(place.pendingPath)
      return nil
    }
    guard restoring != nil else { throw StoreError.interrupted(path, backup: pending.backup) }
    return pending
  }

  private func keepOriginal(_ shelf: BackupShelf) throws(FileError) -> Int? {
    guard let original else { return nil }
    return try shelf.keep(
      original.bytes, mode: original.status.mode, new: Fingerprint(of: bytes), reason: reason,
      now: settings.now)
  }

  /// Puts the bytes in place; answers whether that was done in one step.
  private func replace(_ temporary: TemporaryFile, backup: Int?, torn: PendingWrite?)
    throws(StoreError) -> Bool
  {
    let replacement = Replacement(
      temporary: temporary, found: found, path: path,
      mode: original?.status.mode ?? restoring?.mode ?? 0o600,
      owner: original != nil || files.user.isRoot ? owner : nil)
    do {
      try replacement.write(bytes, checkUnchanged: checkUnchanged)
      return true
    } catch {
      guard case .unreplaceable(let error) = error else { throw error.asStoreError(path) }
      guard let original, let backup else { throw .failed(path, error) }
      guard settings.allowsInPlace else { throw .notReplaceable(path, error) }
      // After a cut-off write, the way back leads to what is being restored, not to the wreck.
      let way =
        torn == nil
        ? PendingWrite(
          backup: backup, old: Fingerprint(of: original.bytes), new: Fingerprint(of: bytes))
        : PendingWrite(
          backup: restoring?.id ?? backup, old: Fingerprint(of: bytes),
          new: Fingerprint(of: bytes))
      try InPlaceWrite(place: temporary.place, path: path, target: found.target, original: original)
        .write(bytes, way: way, isTorn: torn != nil)
      return false
    }
  }
}
