import ConfigStore
import Synchronization

/// A file system that can fail or stop at any call.
///
/// It is a class because all copies of a store must see the same files.
final class MemoryFileSystem: FileSystem {
  /// The error of every call after a crash; no system has that number.
  static let crash = FileError(number: 9_999)

  let user: FileUser
  private let state: Mutex<MemoryDisk>

  init(uid: UInt32 = 1_000, groups: Set<UInt32> = [1_000]) {
    user = FileUser(uid: uid, groups: groups)
    state = Mutex(MemoryDisk())
  }

  /// Looks at or changes the disk without any call being counted.
  func disk<Result: Sendable>(_ body: (inout MemoryDisk) -> Result) -> Result {
    state.withLock { body(&$0) }
  }

  /// Counts a call, lets it fail if that is planned, and does it otherwise.
  private func call<Result: Sendable>(
    _ name: String, half: ((inout MemoryDisk) -> Void)? = nil,
    _ body: (inout MemoryDisk) throws(FileError) -> Result
  ) throws(FileError) -> Result {
    try state.withLock { disk throws(FileError) in
      if disk.isCrashed { throw Self.crash }
      disk.calls.append(name)
      disk.interference[disk.calls.count]?(&disk)
      let failure = disk.failures[disk.calls.count]
      disk.isCrashed = disk.crashAt == disk.calls.count
      if disk.isCrashed || failure != nil {
        half?(&disk)
        throw failure ?? Self.crash
      }
      return try body(&disk)
    }
  }

  func status(of path: String, followingLinks: Bool) throws(FileError) -> FileStatus {
    try call("status") { disk throws(FileError) in
      try disk.status(disk.find(path, followingLast: followingLinks))
    }
  }

  func status(of file: OpenFile) throws(FileError) -> FileStatus {
    try call("status of open") { disk throws(FileError) in try disk.status(disk.opened(file)) }
  }

  func destination(ofLink path: String) throws(FileError) -> String {
    try call("destination") { disk throws(FileError) in
      let node = try disk.node(disk.find(path))
      guard node.kind == .link else { throw FileError(number: 22) }
      return String(decoding: node.bytes, as: UTF8.self)
    }
  }

  func names(in folder: String) throws(FileError) -> [String] {
    try call("names") { disk throws(FileError) in
      let inode = try disk.find(folder)
      try disk.demand(4, of: inode, user)
      return Array(try disk.node(inode).children.keys)
    }
  }

  func checkWritable(_ path: String) throws(FileError) {
    try call("checkWritable") { disk throws(FileError) in
      if disk.isReadOnly { throw .readOnly }
      try disk.demand(2, of: disk.find(path), user)
    }
  }

  func makeFolder(_ path: String) throws(FileError) {
    _ = try call("makeFolder") { disk throws(FileError) in
      try disk.make(path, .folder, mode: 0o700, user)
    }
  }

  func open(_ path: String, for purpose: OpenPurpose) throws(FileError) -> OpenFile {
    try call("open for \(purpose)") { disk throws(FileError) in
      try disk.open(path, for: purpose, user)
    }
  }

  func read(_ file: OpenFile, limit: Int) throws(FileError) -> [UInt8] {
    try call("read") { disk throws(FileError) in
      let node = try disk.node(disk.opened(file))
      guard node.size ?? node.bytes.count <= limit else { throw .tooLarge }
      return node.bytes
    }
  }

  func write(_ bytes: [UInt8], to file: OpenFile) throws(FileError) {
    // A write that fails has often begun: the first half is over the old bytes then.
    let half: (inout MemoryDisk) -> Void = { disk in
      let count = bytes.count / 2
      disk.change(file) { $0.bytes = Array(bytes.prefix(count) + $0.bytes.dropFirst(count)) }
    }
    try call("write", half: half) { disk throws(FileError) in
      disk.change(file) { $0.bytes = bytes }
    }
  }

  func setAccess(_ access: FileAccess, of file: OpenFile) throws(FileError) {
    try call("setAccess") { disk throws(FileError) in
      let status = try disk.status(disk.opened(file))
      let mayGive = user.isRoot || (access.uid == status.uid && user.groups.contains(access.gid))
      guard mayGive || (access.uid, access.gid) == (status.uid, status.gid) else {
        throw .notPermitted
      }
      disk.change(file) { ($0.mode, $0.uid, $0.gid) = (access.mode, access.uid, access.gid) }
    }
  }

  func synchronize(_ file: OpenFile) throws(FileError) {
    try call("synchronize") { disk throws(FileError) in
      disk.change(file) { $0.durable = $0.bytes }
    }
  }

  func lock(_ file: OpenFile, waiting milliseconds: Int) throws(FileError) {
    try call("lock") { disk throws(FileError) in
      let inode = try disk.opened(file)
      if let holder = disk.locks[inode], holder != file.number { throw .wouldBlock }
      disk.locks[inode] = file.number
    }
  }

  func close(_ file: OpenFile) {
    disk { disk in
      disk.open[file.number] = nil
      disk.locks = disk.locks.filter { $0.value != file.number }
    }
  }

  func rename(_ old: String, to new: String) throws(FileError) {
    try call("rename") { disk throws(FileError) in try disk.rename(old, to: new, user) }
  }

  func remove(_ path: String) throws(FileError) {
    try call("remove") { disk throws(FileError) in try disk.remove(path, user) }
  }
}
