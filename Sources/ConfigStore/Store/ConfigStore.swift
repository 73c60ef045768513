/// Reads and writes config files so that a file is complete, old or new, whatever happens.
///
/// A write replaces the file in one step, with the old bytes in a backup first. What this does not
/// promise: access lists and extended attributes are not copied to the new file, and a program
/// that ignores our lock and writes within the last microseconds before the replacement loses.
package struct ConfigStore: Sendable {
  let files: any FileSystem
  let settings: StoreSettings

  /// Makes a store.
  ///
  /// - Parameters:
  ///   - files: the file system to work on.
  ///   - settings: the time, and what the user allows.
  package init(files: any FileSystem = DiskFileSystem(), settings: StoreSettings) {
    self.files = files
    self.settings = settings
  }

  /// Reads a config file.
  ///
  /// Nothing is written, and nothing can make it wait.
  ///
  /// - Parameters:
  ///   - path: the path; links are followed.
  ///   - limit: the greatest number of bytes; nil for that of a config.
  /// - Returns: the bytes, and which file they are of.
  /// - Throws: `StoreError` with the outcome `unreadable`.
  package func load(_ path: String, limit: Int? = nil) throws(StoreError) -> Snapshot {
    let found = try resolve(path)
    let reader = ConfigReader(files: files, limit: limit ?? settings.byteLimit)
    let (bytes, status) = try reader.read(found, as: path)
    let backups = BackupFolder(files: files, target: found)
    let marker = backups.pendingWriteIfReadable()
    let isTorn = marker.map { !$0.isSettled(by: bytes) } ?? false
    return Snapshot(
      path: path, target: found.target, bytes: bytes, status: status,
      interruptedBackup: isTorn ? marker?.backup : nil)
  }

  /// Resolves a path, or says why that cannot be done.
  func resolve(_ path: String) throws(StoreError) -> ResolvedPath {
    do {
      return try LinkResolver(files: files).resolve(path)
    } catch {
      throw .unresolved(path, error)
    }
  }
}
