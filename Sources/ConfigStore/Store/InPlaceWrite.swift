/// The way to write a file whose name cannot be given to another: over its own bytes.
///
/// A crash can leave it half old and half new. Therefore a backup that the disk has comes first,
/// then a note that says so, which goes when the file is complete again.
struct InPlaceWrite {
  let place: BackupFolder
  /// The path as it was asked for, to name in errors.
  let path: String
  /// The file without links.
  let target: String
  /// What is there now.
  let original: Snapshot

  private var files: any FileSystem { place.files }

  /// Writes over the file, and puts the old bytes back if that fails.
  ///
  /// - Parameters:
  ///   - bytes: what is to be there.
  ///   - way: the note of the way back.
  ///   - isTorn: whether the old bytes are a wreck, so that the note must outlive a failure.
  /// - Throws: `writeFailed` with the file as it was, or `damaged`.
  func write(_ bytes: [UInt8], way: PendingWrite, isTorn: Bool) throws(StoreError) {
    let file: OpenFile
    do {
      try files.replacePrivate(place.pendingPath, way.bytes, owner: place.owner)
      try files.synchronizeFolder(place.backups)
      file = try files.open(target, for: .overwriting)
    } catch {
      if !isTorn { try? files.removeIfThere(place.pendingPath) }
      throw .failed(path, error)
    }
    defer { files.close(file) }
    do {
      guard try files.status(of: file).isSameFile(as: original.status) else {
        if !isTorn { try? files.removeIfThere(place.pendingPath) }
        throw StoreError.changedMeanwhile(path)
      }
      try put(bytes, file)
    } catch let error as StoreError {
      throw error
    } catch {
      let failure = error as? FileError ?? .deviceFailed
      do {
        try put(original.bytes, file)
      } catch {
        throw .damaged(path, backup: way.backup, failure)
      }
      if isTorn { throw .damaged(path, backup: way.backup, failure) }
      try? files.removeIfThere(place.pendingPath)
      throw .failed(path, failure)
    }
    // Left behind, the note would do no harm: the file is what it says was to be written.
    try? files.removeIfThere(place.pendingPath)
  }

  private func put(_ bytes: [UInt8], _ file: OpenFile) throws(FileError) {
    try files.write(bytes, to: file)
    try files.synchronize(file)
    guard try files.contents(of: target, limit: bytes.count) == bytes else {
      throw .deviceFailed
    }
  }
}
