/// One write of several files: everything that happens under the locks of their folders.
struct GroupTransaction {
  let files: any FileSystem
  let settings: StoreSettings
  /// The config, whether or not it changes: its backup names the others.
  let root: Snapshot
  /// The files that change, the config among them where it does.
  let changes: [FileChange]
  /// Files that were read and do not change, but on which the change depends.
  let others: [Snapshot]
  /// Why, for the records.
  let reason: String
  /// The backup that is put back; nil when the bytes are new.
  var restoring: BackupRecord?

  /// Writes all files, or none.
  ///
  /// - Returns: what was done; the backup is that of the config.
  /// - Throws: `StoreError`; only `notConfirmed` and `damaged` mean that files were touched.
  func run() throws(StoreError) -> Receipt {
    let transactions = try changes.map { change throws(StoreError) in
      try transaction(change.snapshot, change.bytes)
    }
    let preflight = Preflight(files: files, settings: settings)
    for transaction in transactions {
      try preflight.check(transaction.found, as: transaction.path)
      guard transaction.found.target.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
        throw .unwritableName(transaction.path)
      }
    }
    let whole = try transaction(root, root.bytes)
    let place = whole.place
    let locks = try FolderLocks(
      [place] + transactions.map(\.place), files: files, waiting: settings.lockWait)
    defer { locks.release() }
    let readers = try others.map { other throws(StoreError) in
      try transaction(other, other.bytes)
    }
    func checkAll() throws(StoreError) {
      for transaction in [whole] + transactions + readers { try transaction.checkUnchanged() }
    }
    let backup: Int
    do {
      if place.hasJournal { throw StoreError.unfinished(root.path, place.journalPath) }
      try locks.removeLeftovers(random: settings.random)
      for transaction in [whole] + transactions {
        try transaction.place.prepare()
        if let pending = try transaction.checkPending(transaction.place) {
          throw StoreError.interrupted(transaction.path, backup: pending.backup)
        }
      }
      try checkAll()
      backup = try keep(transactions, whole)
    } catch {
      throw .preparing(place.root, error)
    }
    let new = transactions.map { newFile($0) }
    let write = JournalWrite(files: files, root: place, locks: locks, random: settings.random)
    try write.run(new) { file throws(StoreError) in
      guard let file else { return try checkAll() }
      for transaction in transactions where transaction.found.target == file.target {
        try transaction.checkUnchanged()
      }
    }
    for place in [place] + transactions.map(\.place) {
      try? BackupShelf(place: place, byteLimit: settings.byteLimit).prune(now: settings.now)
    }
    return Receipt(
      path: root.path, target: root.target, isWritten: true, isAtomic: true, backup: backup,
      backupPath: place.backupPath(backup), restored: restoring?.id,
      others: changes.map(\.snapshot).filter { $0.target != root.target }.map(\.path))
  }

  private func transaction(_ snapshot: Snapshot, _ bytes: [UInt8]) throws(StoreError)
    -> Transaction
  {
    let found: ResolvedPath
    do {
      found = try LinkResolver(files: files).resolve(snapshot.path)
    } catch {
      throw .unresolved(snapshot.path, error)
    }
    guard found.target == snapshot.target, found.status?.isSameFile(as: snapshot.status) == true
    else { throw .changedMeanwhile(snapshot.path) }
    return Transaction(
      files: files, settings: settings, found: found, path: snapshot.path, original: snapshot,
      bytes: bytes, reason: reason)
  }

  /// Keeps the old bytes of all files; the config's record comes last and names the others.
  private func keep(_ transactions: [Transaction], _ whole: Transaction) throws -> Int {
    var members: [GroupMember] = []
    var new = Fingerprint(of: root.bytes)
    for (change, transaction) in zip(changes, transactions) {
      if change.snapshot.target == root.target {
        new = Fingerprint(of: change.bytes)
        continue
      }
      let (old, after) = (Fingerprint(of: change.snapshot.bytes), Fingerprint(of: change.bytes))
      let backup = try shelf(transaction).keep(
        change.snapshot.bytes, mode: change.snapshot.status.mode, new: after, reason: reason,
        now: settings.now)
      members.append(
        GroupMember(target: change.snapshot.target, backup: backup, old: old, new: after))
    }
    return try shelf(whole).keep(
      root.bytes, mode: root.status.mode, new: new, reason: reason, now: settings.now,
      members: members)
  }

  private func shelf(_ transaction: Transaction) -> BackupShelf {
    BackupShelf(place: transaction.place, byteLimit: settings.byteLimit)
  }

  private func newFile(_ transaction: Transaction) -> NewFile {
    let place = transaction.place
    return NewFile(
      place: place, path: transaction.path, target: transaction.found.target,
      temporary: place.parent + "/" + TemporaryFile.name(for: place.name, settings.random()),
      old: transaction.original ?? root, bytes: transaction.bytes)
  }
}
