/// Reads one file whose links have been resolved.
struct ConfigReader {
  let files: any FileSystem
  let limit: Int

  /// Reads the file, and makes sure that what was opened is what was found.
  ///
  /// - Parameters:
  ///   - found: the resolved path.
  ///   - path: the path as it was asked for, to name in errors.
  /// - Returns: the bytes, and which file they are of.
  /// - Throws: `StoreError` with the outcome `unreadable`.
  func read(_ found: ResolvedPath, as path: String) throws(StoreError) -> ([UInt8], FileStatus) {
    guard let status = found.status else {
      throw found.linkFolders.isEmpty ? .missing(path) : .dangling(path, found.target)
    }
    // Opening a pipe or a device can wait or have effects, so the look comes before the opening.
    if let error = StoreError.notAFile(path, status) { throw error }
    guard status.size <= Int64(limit) else { throw .tooLarge(path, limit: limit) }
    let file: OpenFile
    do {
      file = try files.open(found.target, for: .reading)
    } catch {
      throw .unopened(path, found.target, status, user: files.user, error)
    }
    defer { files.close(file) }
    do {
      let opened = try files.status(of: file)
      if let error = StoreError.notAFile(path, opened) { throw error }
      return (try files.read(file, limit: limit), opened)
    } catch let error as StoreError {
      throw error
    } catch let error as FileError {
      throw error == .tooLarge ? .tooLarge(path, limit: limit) : .unread(path, error)
    } catch {
      throw .unread(path, .deviceFailed)
    }
  }
}
