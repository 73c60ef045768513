internal import SystemPackage

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// The file system of the machine.
package struct DiskFileSystem: FileSystem {
  /// The process's effective user and groups.
  package let user: FileUser

  /// Makes one for the user that the process runs as.
  package init() {
    var groups = [gid_t](repeating: 0, count: Int(max(getgroups(0, nil), 0)))
    let count = getgroups(Int32(groups.count), &groups)
    user = FileUser(
      uid: geteuid(), groups: Set(groups.prefix(Int(max(count, 0)))).union([getegid()]),
      group: getegid())
  }

  package func destination(ofLink path: String) throws(FileError) -> String {
    var buffer = [CChar](repeating: 0, count: 4_096)
    let count = readlink(path, &buffer, buffer.count)
    guard count >= 0 else { throw .last }
    return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  package func names(in folder: String) throws(FileError) -> [String] {
    guard let stream = opendir(folder) else { throw .last }
    defer { closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(
          to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)
        ) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw .last }
    return names
  }

  package func checkWritable(_ path: String) throws(FileError) {
    let isFolder = try status(of: path, followingLinks: false).kind == .folder
    try check(faccessat(AT_FDCWD, path, isFolder ? W_OK | X_OK : W_OK, AT_EACCESS))
  }

  package func makeFolder(_ path: String) throws(FileError) {
    try check(mkdir(path, 0o700))
    let folder = try open(path, for: .folder)
    defer { close(folder) }
    try check(fchmod(folder.number, 0o700))
  }

  package func setAccess(_ access: FileAccess, of file: OpenFile) throws(FileError) {
    let now = try status(of: file)
    if now.uid != access.uid || now.gid != access.gid {
      try check(fchown(file.number, access.uid, access.gid))
    }
    try check(fchmod(file.number, mode_t(access.mode)))
  }

  package func lock(_ file: OpenFile, waiting milliseconds: Int) throws(FileError) {
    let step = 10
    var left = milliseconds
    while flock(file.number, LOCK_EX | LOCK_NB) != 0 {
      let failure = FileError.last
      guard failure == .wouldBlock || failure.number == EINTR else { throw failure }
      guard left > 0 else { throw .wouldBlock }
      usleep(UInt32(min(step, left)) * 1_000)
      left -= step
    }
  }

  package func rename(_ old: String, to new: String) throws(FileError) {
    #if canImport(Darwin)
    try check(Darwin.rename(old, new))
    #elseif canImport(Musl)
    try check(Musl.rename(old, new))
    #else
    try check(Glibc.rename(old, new))
    #endif
  }

  package func remove(_ path: String) throws(FileError) {
    try check(unlink(path))
  }

  package func synchronize(_ file: OpenFile) throws(FileError) {
    #if canImport(Darwin)
    // Plain fsync leaves the bytes in the drive's cache there; not every volume knows the full one.
    if fcntl(file.number, F_FULLFSYNC) == 0 { return }
    #endif
    while fsync(file.number) != 0 {
      let failure = FileError.last
      if failure.number == EINTR { continue }
      // Some network and user-space file systems cannot synchronize a folder, and say so this way.
      if failure.number == EINVAL || failure.number == ENOTSUP,
        try status(of: file).kind == .folder
      {
        return
      }
      throw failure
    }
  }
}

/// Throws the last failure of the system when a call returned one.
private func check(_ result: Int32) throws(FileError) {
  guard result == 0 else { throw .last }
}

extension FileError {
  /// The failure of the call just made.
  fileprivate static var last: FileError { FileError(number: errno) }
}
