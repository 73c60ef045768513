/// A complete new file beside an old one, whose name it is to get.
struct NewFile {
  let place: BackupFolder
  /// The path of the old file as it was asked for, to name in errors.
  let path: String
  /// The old file.
  let target: String
  /// The path of the new file, in the same folder.
  let temporary: String
  /// The old file as it was read.
  let old: Snapshot
  /// What the new file holds.
  let bytes: [UInt8]

  private var files: any FileSystem { place.files }

  /// The old file's line in a journal.
  var member: Journal.Member {
    Journal.Member(
      target: target, temporary: temporary, old: Fingerprint(of: old.bytes),
      new: Fingerprint(of: bytes))
  }

  /// Makes the new file with the mode and the owner of the old one, and waits for the disk.
  ///
  /// - Throws: `StoreError`, with nothing left of it.
  func make() throws(StoreError) {
    let owner = Owner(uid: old.status.uid, gid: old.status.gid)
    do {
      let file = try files.open(temporary, for: .creating)
      defer { files.close(file) }
      do {
        try files.claim(file, mode: old.status.mode, owner: owner)
        try files.write(bytes, to: file)
        try files.synchronize(file)
      } catch {
        try? files.remove(temporary)
        throw error
      }
    } catch {
      let error = error as? FileError ?? .deviceFailed
      if error == .notPermitted { throw .foreignGroup(path, group: Int(owner.gid)) }
      throw .failed(path, error)
    }
  }

  /// Gives the new file its name.
  func takePlace() throws(StoreError) {
    do {
      try files.rename(temporary, to: target)
    } catch {
      switch error {
      case .busy, .otherDevice, .notPermitted: throw .notReplaceable(path, error)
      default: throw .failed(path, error)
      }
    }
  }

  func remove() { try? files.remove(temporary) }
}
