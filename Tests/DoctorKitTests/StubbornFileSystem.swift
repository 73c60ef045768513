import ConfigStore
import Synchronization

/// The disk, except that the modes of some files cannot be changed.
final class StubbornFileSystem: FileSystem {
  private let disk = DiskFileSystem()
  private let stubborn: @Sendable (String) -> Bool
  private let opened = Mutex<[Int32: String]>([:])

  init(_ stubborn: @escaping @Sendable (String) -> Bool) {
    self.stubborn = stubborn
  }

  var user: FileUser { disk.user }

  func status(of path: String, followingLinks: Bool) throws(FileError) -> FileStatus {
    try disk.status(of: path, followingLinks: followingLinks)
  }

  func status(of file: OpenFile) throws(FileError) -> FileStatus { try disk.status(of: file) }

  func destination(ofLink path: String) throws(FileError) -> String {
    try disk.destination(ofLink: path)
  }

  func names(in folder: String) throws(FileError) -> [String] { try disk.names(in: folder) }

  func checkWritable(_ path: String) throws(FileError) { try disk.checkWritable(path) }

  func makeFolder(_ path: String) throws(FileError) { try disk.makeFolder(path) }

  func open(_ path: String, for purpose: OpenPurpose) throws(FileError) -> OpenFile {
    let file = try disk.open(path, for: purpose)
    opened.withLock { $0[file.number] = path }
    return file
  }

  func read(_ file: OpenFile, limit: Int) throws(FileError) -> [UInt8] {
    try disk.read(file, limit: limit)
  }

  func write(_ bytes: [UInt8], to file: OpenFile) throws(FileError) {
    try disk.write(bytes, to: file)
  }

  func setAccess(_ access: FileAccess, of file: OpenFile) throws(FileError) {
    if let path = opened.withLock({ $0[file.number] }), stubborn(path) { throw .notPermitted }
    try disk.setAccess(access, of: file)
  }

  func synchronize(_ file: OpenFile) throws(FileError) { try disk.synchronize(file) }

  func lock(_ file: OpenFile, waiting milliseconds: Int) throws(FileError) {
    try disk.lock(file, waiting: milliseconds)
  }

  func close(_ file: OpenFile) { disk.close(file) }

  func rename(_ old: String, to new: String) throws(FileError) { try disk.rename(old, to: new) }

  func remove(_ path: String) throws(FileError) { try disk.remove(path) }
}
