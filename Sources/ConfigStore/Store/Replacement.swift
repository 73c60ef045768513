/// The safe way to write: a complete new file takes the name of the old one in a single step.
struct Replacement {
  /// Why the old file is still there.
  enum Failure: Error {
    /// The name cannot be given to another file, as that of a mounted file.
    case unreplaceable(FileError)
    /// Anything else.
    case failed(StoreError)

    /// The failure for a file that cannot be written in any other way.
    func asStoreError(_ path: String) -> StoreError {
      switch self {
      case .unreplaceable(let error): .failed(path, error)
      case .failed(let error): error
      }
    }
  }

  let temporary: TemporaryFile
  let found: ResolvedPath
  /// The path as it was asked for, to name in errors.
  let path: String
  /// The mode that the file is to have.
  let mode: UInt32
  /// The owner that the file is to have; nil for whoever makes it.
  let owner: Owner?

  private var files: any FileSystem { temporary.place.files }

  /// Writes the new file, and puts it in place.
  ///
  /// - Parameters:
  ///   - bytes: what is to be there.
  ///   - checkUnchanged: a last look at the old file, right before it goes.
  /// - Throws: why it is still there, with nothing left of the new one; or `notConfirmed`.
  func write(_ bytes: [UInt8], checkUnchanged: () throws(StoreError) -> Void) throws(Failure) {
    let new: String
    do {
      new = try temporary.choosePath()
      try create(new, bytes)
    } catch {
      throw .failed(refusal(error))
    }
    // After the renaming, the temporary name may be somebody else's: only these ways lead past it.
    do {
      try checkUnchanged()
    } catch {
      try? files.remove(new)
      throw .failed(error)
    }
    do {
      try files.rename(new, to: found.target)
    } catch {
      try? files.remove(new)
      switch error {
      case .busy, .otherDevice, .notPermitted: throw .unreplaceable(error)
      default: throw .failed(.failed(path, error))
      }
    }
    do {
      try files.synchronizeFolder(found.folder)
      let written = try files.contents(of: found.target, limit: bytes.count)
      guard written == bytes else { throw FileError.deviceFailed }
    } catch {
      throw .failed(.notConfirmed(path))
    }
  }

  /// Makes the file with nobody's access but ours, then its owner's, then writes it.
  private func create(_ new: String, _ bytes: [UInt8]) throws(FileError) {
    let file = try files.open(new, for: .creating)
    defer { files.close(file) }
    do {
      try files.claim(file, mode: mode, owner: owner)
      try files.write(bytes, to: file)
      try files.synchronize(file)
    } catch {
      try? files.remove(new)
      throw error
    }
  }

  private func refusal(_ error: FileError) -> StoreError {
    // Only giving the file away is forbidden in this manner; making one was tried before.
    if error == .notPermitted, let owner { return .foreignGroup(path, group: Int(owner.gid)) }
    return .failed(path, error)
  }
}
