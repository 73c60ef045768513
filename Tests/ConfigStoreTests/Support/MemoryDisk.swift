import ConfigStore

/// The files behind a `MemoryFileSystem`.
struct MemoryDisk {
  struct Node: Sendable {
    var kind: FileStatus.Kind
    var mode: UInt32
    var uid: UInt32
    var gid: UInt32
    /// What a file holds, or where a link leads.
    var bytes: [UInt8] = []
    /// What would be left of it if the power failed now.
    var durable: [UInt8] = []
    var children: [String: UInt64] = [:]
    var linkCount: UInt64 = 1
    /// A size that is only claimed, for files too large to hold.
    var size: Int?
  }

  var nodes: [UInt64: Node] = [
    1: Node(kind: .folder, mode: 0o755, uid: 0, gid: 0)
  ]
  var open: [Int32: UInt64] = [:]
  /// Who holds the lock of a file.
  var locks: [UInt64: Int32] = [:]
  /// Files whose name cannot be given to another, and the error of trying.
  var mounts: [UInt64: FileError] = [:]
  var isReadOnly = false
  /// The calls so far, by name.
  var calls: [String] = []
  /// Which calls fail, counted from 1.
  var failures: [Int: FileError] = [:]
  /// The call that never ends.
  var crashAt: Int?
  var isCrashed = false
  /// What somebody else does right before a call.
  var interference: [Int: @Sendable (inout MemoryDisk) -> Void] = [:]
  private var nextInode: UInt64 = 2
  private var nextHandle: Int32 = 3

  /// Forgets all plans and counts.
  mutating func reset() {
    calls = []
    failures = [:]
    crashAt = nil
    interference = [:]
  }

  /// How a run ends before its time.
  enum End: CaseIterable, Sendable {
    /// The process is killed; the system still writes all that it was given.
    case kill
    /// The power fails, and nothing is left that the disk had not confirmed.
    case powerLoss
    /// The power fails, and of all that was not confirmed only the config's bytes are left.
    case unevenPowerLoss
  }

  /// What a new process finds after the last one ended.
  mutating func restart(after end: End) {
    reset()
    isCrashed = false
    open = [:]
    locks = [:]
    if end == .kill { return }
    let config = end == .unevenPowerLoss ? try? find(MemoryFileSystem.config) : nil
    for inode in nodes.keys where nodes[inode]?.kind == .regular && inode != config {
      let durable = nodes[inode]?.durable ?? []
      nodes[inode]?.bytes = durable
    }
  }

  func node(_ inode: UInt64) throws(FileError) -> Node {
    guard let node = nodes[inode] else { throw .notFound }
    return node
  }

  func opened(_ file: OpenFile) throws(FileError) -> UInt64 {
    guard let inode = open[file.number] else { throw FileError(number: 9) }
    return inode
  }

  mutating func change(_ file: OpenFile, _ body: (inout Node) -> Void) {
    guard let inode = open[file.number], var node = nodes[inode] else { return }
    body(&node)
    nodes[inode] = node
  }

  func status(_ inode: UInt64) throws(FileError) -> FileStatus {
    let node = try node(inode)
    return FileStatus(
      kind: node.kind, mode: node.mode, uid: node.uid, gid: node.gid, device: 1, inode: inode,
      linkCount: node.linkCount, size: Int64(node.size ?? node.bytes.count))
  }

  /// Finds what stands at an absolute path; links on the way are followed.
  func find(_ path: String, followingLast: Bool = false, depth: Int = 0) throws(FileError) -> UInt64
  {
    guard depth < 40 else { throw .tooManyLinks }
    var inode: UInt64 = 1
    var walked = ""
    let parts = path.split(separator: "/")
    for (rank, part) in parts.enumerated() where part != "." {
      let folder = try node(inode)
      guard folder.kind == .folder else { throw .notAFolder }
      guard let next = folder.children[String(part)] else { throw .notFound }
      inode = next
      let isLast = rank == parts.count - 1
      if try node(inode).kind == .link, !isLast || followingLast {
        let text = String(decoding: try node(inode).bytes, as: UTF8.self)
        let target = text.hasPrefix("/") ? text : walked + "/" + text
        inode = try find(target, followingLast: true, depth: depth + 1)
      }
      walked += "/" + part
    }
    return inode
  }

  /// Throws unless a user has some bits of access: 4 to read, 2 to write, 1 to enter.
  func demand(_ bits: UInt32, of inode: UInt64, _ user: FileUser) throws(FileError) {
    let node = try node(inode)
    if user.isRoot { return }
    let shift: UInt32 = node.uid == user.uid ? 6 : user.groups.contains(node.gid) ? 3 : 0
    guard (node.mode >> shift) & bits == bits else { throw .accessDenied }
  }

  mutating func make(_ path: String, _ kind: FileStatus.Kind, mode: UInt32, _ user: FileUser)
    throws(FileError) -> UInt64
  {
    let (parent, name) = try split(path, user)
    guard nodes[parent]?.children[name] == nil else { throw .exists }
    let inode = nextInode
    nextInode += 1
    nodes[inode] = Node(
      kind: kind, mode: mode, uid: user.uid, gid: user.groups.min() ?? user.uid)
    nodes[parent]?.children[name] = inode
    return inode
  }

  mutating func open(_ path: String, for purpose: OpenPurpose, _ user: FileUser)
    throws(FileError) -> OpenFile
  {
    let inode: UInt64
    if purpose == .creating {
      inode = try make(path, .regular, mode: 0o600, user)
    } else {
      do {
        inode = try find(path)
      } catch {
        guard error == .notFound, purpose == .locking else { throw error }
        inode = try make(path, .regular, mode: 0o600, user)
      }
      let node = try node(inode)
      if node.kind == .link { throw .tooManyLinks }
      if node.kind != .folder, purpose == .folder { throw .notAFolder }
      try demand(purpose == .overwriting ? 2 : purpose == .locking ? 6 : 4, of: inode, user)
    }
    let handle = nextHandle
    nextHandle += 1
    open[handle] = inode
    return OpenFile(number: handle)
  }

  mutating func rename(_ old: String, to new: String, _ user: FileUser) throws(FileError) {
    let (from, oldName) = try split(old, user)
    let (to, newName) = try split(new, user)
    guard let inode = nodes[from]?.children[oldName] else { throw .notFound }
    let replaced = nodes[to]?.children[newName]
    if let replaced, let error = mounts[replaced] { throw error }
    nodes[from]?.children[oldName] = nil
    nodes[to]?.children[newName] = inode
    if let replaced { unlink(replaced) }
  }

  mutating func remove(_ path: String, _ user: FileUser) throws(FileError) {
    let (parent, name) = try split(path, user)
    guard let inode = nodes[parent]?.children[name] else { throw .notFound }
    guard nodes[inode]?.kind != .folder else { throw .isAFolder }
    nodes[parent]?.children[name] = nil
    unlink(inode)
  }

  private mutating func unlink(_ inode: UInt64) {
    nodes[inode]?.linkCount -= 1
    if nodes[inode]?.linkCount == 0, !open.values.contains(inode) { nodes[inode] = nil }
  }

  private func split(_ path: String, _ user: FileUser) throws(FileError) -> (UInt64, String) {
    guard let slash = path.lastIndex(of: "/") else { throw .notFound }
    let parent = try find(String(path[..<slash]), followingLast: true)
    if isReadOnly { throw .readOnly }
    try demand(3, of: parent, user)
    return (parent, String(path[path.index(after: slash)...]))
  }
}
