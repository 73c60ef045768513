import ConfigStore

/// Ways to lay files out and to look at them, which count as no call.
extension MemoryFileSystem {
  /// Where most tests have their config.
  static let config = "/home/u/.openclaw/openclaw.json"

  /// A home of user 1000 with a config in it.
  static func home(
    _ text: String = "old", mode: UInt32 = 0o640, uid: UInt32 = 1_000, as user: UInt32 = 1_000
  ) -> MemoryFileSystem {
    let files = MemoryFileSystem(uid: user, groups: [user])
    files.folder("/home", uid: 0, mode: 0o755)
    files.folder("/home/u", uid: uid)
    files.folder("/home/u/.openclaw", uid: uid)
    files.file(config, text, mode: mode, uid: uid)
    return files
  }

  func folder(_ path: String, uid: UInt32 = 1_000, mode: UInt32 = 0o700) {
    put(path, .folder, [], mode: mode, uid: uid)
  }

  func file(_ path: String, _ text: String, mode: UInt32 = 0o600, uid: UInt32 = 1_000) {
    put(path, .regular, Array(text.utf8), mode: mode, uid: uid)
  }

  func link(_ path: String, to target: String, uid: UInt32 = 1_000) {
    put(path, .link, Array(target.utf8), mode: 0o777, uid: uid)
  }

  func put(_ path: String, _ kind: FileStatus.Kind, _ bytes: [UInt8], mode: UInt32, uid: UInt32) {
    disk { disk in
      let root = FileUser(uid: 0, groups: [0])
      guard let inode = try? disk.make(path, kind, mode: mode, root) else { return }
      disk.nodes[inode]?.bytes = bytes
      disk.nodes[inode]?.durable = bytes
      disk.nodes[inode]?.uid = uid
      disk.nodes[inode]?.gid = uid
    }
  }

  /// Changes what stands at a path.
  func change(_ path: String, _ body: (inout MemoryDisk.Node) -> Void) {
    disk { disk in
      guard let inode = try? disk.find(path), var node = disk.nodes[inode] else { return }
      body(&node)
      disk.nodes[inode] = node
    }
  }

  /// Makes a file one that cannot be replaced.
  func mount(_ path: String, failingWith error: FileError = .busy) {
    disk { disk in
      guard let inode = try? disk.find(path) else { return }
      disk.mounts[inode] = error
    }
  }

  /// The text of a file; nil when there is none.
  func text(_ path: String) -> String? {
    disk { disk in
      guard let inode = try? disk.find(path, followingLast: true) else { return nil }
      return disk.nodes[inode].map { String(decoding: $0.bytes, as: UTF8.self) }
    }
  }

  /// The names in a folder, sorted.
  func list(_ path: String) -> [String] {
    disk { disk in
      guard let inode = try? disk.find(path) else { return [] }
      return (disk.nodes[inode]?.children.keys).map { $0.sorted() } ?? []
    }
  }

  /// The status of what stands at a path.
  func peek(_ path: String) -> FileStatus? {
    disk { disk in
      guard let inode = try? disk.find(path) else { return nil }
      return try? disk.status(inode)
    }
  }
}

/// Bytes of a text, for short tests.
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// A store on some files, at a fixed time and with names that can be foreseen.
func store(
  _ files: any FileSystem, now: Int64 = 1_772_352_289,
  _ change: (inout StoreSettings) -> Void = { _ in }
) -> ConfigStore {
  var settings = StoreSettings(now: now)
  settings.lockWait = 0
  change(&settings)
  return ConfigStore(files: files, settings: settings)
}

/// The error of a body that must fail.
func failure(_ body: () throws -> Void) -> StoreError? {
  do {
    try body()
    return nil
  } catch {
    return error as? StoreError
  }
}
