internal import Diagnostics

extension ConfigStore {
  /// Makes a folder that nobody else may enter, unless there is one.
  ///
  /// - Parameter path: where; the folder above must exist.
  /// - Throws: `StoreError` with the outcome `refused` or `writeFailed`.
  package func makePrivateFolder(_ path: String) throws(StoreError) {
    if settings.isManaged { throw .managed(path) }
    do {
      try files.makeFolder(path)
    } catch {
      guard error != .exists else { return }
      throw .failed(path, error)
    }
  }

  /// Takes bits of access away from a file or a folder.
  ///
  /// - Parameters:
  ///   - path: what to change; a link is refused.
  ///   - mode: the most that may be left, at most `0o7777`; bits that are not there stay away.
  ///   - expected: what stood there when it was decided; another file in its place is refused.
  /// - Returns: whether anything was changed.
  /// - Throws: `StoreError` with the outcome `refused` or `writeFailed`.
  @discardableResult
  package func restrict(
    _ path: String, to mode: UInt32, ofJust expected: FileStatus? = nil
  ) throws(StoreError) -> Bool {
    if settings.isManaged { throw .managed(path) }
    do {
      let before = try files.status(of: path, followingLinks: false)
      guard before.kind == .regular || before.kind == .folder else {
        throw FileError.tooManyLinks
      }
      // The sticky and the set-id bits say who owns new files; they let nobody in.
      let wanted = before.mode & (mode | 0o7000)
      guard wanted != before.mode else { return false }
      let file = try files.open(path, for: before.kind == .folder ? .folder : .reading)
      defer { files.close(file) }
      let now = try files.status(of: file)
      guard now.isSameFile(as: before), expected.map(now.isSameEntry) ?? true else {
        throw StoreError.changedMeanwhile(path)
      }
      try files.setAccess(FileAccess(mode: wanted, uid: now.uid, gid: now.gid), of: file)
      return true
    } catch {
      if let error = error as? StoreError { throw error }
      throw .unchangedMode(path, error as? FileError ?? .deviceFailed)
    }
  }
}
