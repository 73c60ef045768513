/// Puts back all files of one write.
struct GroupUndo {
  let store: ConfigStore
  /// The config as it is now.
  let root: Snapshot
  /// The record of the config's backup, which names the others.
  let record: BackupRecord
  /// Whether to go on where a file is not what was written, or cannot be put back.
  let isForced: Bool

  /// Puts the files back, all or none.
  ///
  /// - Parameter bytes: what the config's backup holds.
  /// - Returns: what was done; it names the files that could not be put back, which is only
  ///   possible when it is forced.
  /// - Throws: `StoreError`, which names the file that is in the way.
  func run(_ bytes: [UInt8]) throws(StoreError) -> Receipt {
    var changes: [FileChange] = []
    if bytes != root.bytes { changes.append(FileChange(root, to: bytes)) }
    var left: [String] = []
    for member in record.members {
      do throws(StoreError) {
        let change = try change(of: member)
        if change.bytes != change.snapshot.bytes { changes.append(change) }
      } catch {
        guard isForced else { throw error }
        left.append(member.target)
      }
    }
    guard !changes.isEmpty else {
      var receipt = Receipt.unchanged(
        path: root.path, target: root.target, restored: record.id)
      receipt.left = left
      return receipt
    }
    var receipt = try GroupTransaction(
      files: store.files, settings: store.settings, root: root, changes: changes, others: [],
      reason: "undo", restoring: record
    ).run()
    receipt.left = left
    return receipt
  }

  private func change(of member: GroupMember) throws(StoreError) -> FileChange {
    let now = try store.load(member.target)
    guard now.target == member.target else { throw .changedSince(member.target) }
    let fingerprint = Fingerprint(of: now.bytes)
    guard isForced || fingerprint == member.new || fingerprint == member.old else {
      throw .changedSince(member.target)
    }
    let shelf = store.shelf(of: try store.resolve(member.target))
    let records: [BackupRecord]
    do {
      records = try shelf.records()
    } catch {
      throw .unread(shelf.place.backups, error)
    }
    guard let own = records.first(where: { $0.id == member.backup && $0.old == member.old }) else {
      throw .noBackup(member.target, id: member.backup)
    }
    return FileChange(now, to: try store.read(own, on: shelf, member.target))
  }
}
