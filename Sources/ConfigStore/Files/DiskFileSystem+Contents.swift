internal import SystemPackage

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

extension DiskFileSystem {
  package func status(of path: String, followingLinks: Bool) throws(FileError) -> FileStatus {
    do {
      return FileStatus(try Stat(FilePath(path), followTargetSymlink: followingLinks))
    } catch {
      throw FileError(error)
    }
  }

  package func status(of file: OpenFile) throws(FileError) -> FileStatus {
    do {
      return FileStatus(try Stat(file.descriptor))
    } catch {
      throw FileError(error)
    }
  }

  package func open(_ path: String, for purpose: OpenPurpose) throws(FileError) -> OpenFile {
    // Non-blocking, because a pipe put there since the last look would hold us up for ever.
    let always: FileDescriptor.OpenOptions = [.noFollow, .closeOnExec, .nonBlocking]
    let path = FilePath(path)
    return try typed {
      let descriptor =
        switch purpose {
        case .reading:
          try FileDescriptor.open(path, .readOnly, options: always)
        case .creating:
          try FileDescriptor.open(
            path, .writeOnly, options: always.union([.create, .exclusiveCreate]),
            permissions: .ownerReadWrite)
        case .overwriting:
          try FileDescriptor.open(path, .writeOnly, options: always)
        case .locking:
          try FileDescriptor.open(
            path, .readWrite, options: always.union(.create), permissions: .ownerReadWrite)
        case .folder:
          try FileDescriptor.open(path, .readOnly, options: always.union(.directory))
        }
      return OpenFile(number: descriptor.rawValue)
    }
  }

  package func read(_ file: OpenFile, limit: Int) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    // One more than the status says tells the end of the file without a second, larger buffer.
    var piece = min(max(Int(try status(of: file).size), 0), limit) + 1
    while true {
      let (start, room) = (bytes.count, piece)
      let chunk = try typed {
        try [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
          count = try file.descriptor.read(
            fromAbsoluteOffset: Int64(start), into: UnsafeMutableRawBufferPointer(buffer))
        }
      }
      if chunk.isEmpty { return bytes }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      if bytes.count > limit { throw .tooLarge }
      piece = 65_536
    }
  }

  package func write(_ bytes: [UInt8], to file: OpenFile) throws(FileError) {
    try typed {
      try file.descriptor.writeAll(toAbsoluteOffset: 0, bytes)
      try file.descriptor.resize(to: Int64(bytes.count))
    }
  }

  package func close(_ file: OpenFile) {
    // What must not be lost has been synchronized before; closing cannot say anything new.
    try? file.descriptor.close()
  }
}

extension OpenFile {
  fileprivate var descriptor: FileDescriptor { FileDescriptor(rawValue: number) }
}

extension FileStatus {
  fileprivate init(_ stat: Stat) {
    let kind: Kind =
      switch stat.type {
      case .regular: .regular
      case .directory: .folder
      case .symbolicLink: .link
      case .fifo: .pipe
      case .socket: .socket
      default: .device
      }
    self.init(
      kind: kind, mode: UInt32(stat.mode.rawValue) & 0o7777, uid: stat.userID.rawValue,
      gid: stat.groupID.rawValue, device: UInt64(truncatingIfNeeded: stat.deviceID.rawValue),
      inode: UInt64(stat.inode.rawValue), linkCount: UInt64(stat.linkCount), size: stat.size,
      modified: Int64(stat.st_mtim.tv_sec))
  }
}

/// Runs calls of the system library, which throw its number without saying so in their type.
private func typed<Result>(_ body: () throws -> Result) throws(FileError) -> Result {
  do {
    return try body()
  } catch let number as Errno {
    throw FileError(number)
  } catch {
    throw .deviceFailed
  }
}
