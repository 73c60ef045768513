/// What the file system says about a file.
package struct FileStatus: Sendable, Hashable {
  /// What stands behind a name.
  package enum Kind: String, Sendable, Hashable {
    /// A file with bytes.
    case regular
    /// A folder.
    case folder
    /// A symbolic link.
    case link
    /// A named pipe, which may block whoever opens it.
    case pipe
    /// A socket.
    case socket
    /// A character or block device, or something that this system alone knows.
    case device
  }

  /// What it is.
  package var kind: Kind
  /// The bits of access, with set-id and sticky bits: at most `0o7777`.
  package var mode: UInt32
  /// The owner's number.
  package var uid: UInt32
  /// The group's number.
  package var gid: UInt32
  /// The number of the file system that holds it.
  package var device: UInt64
  /// The number of the file in its file system.
  package var inode: UInt64
  /// How many names the file has.
  package var linkCount: UInt64
  /// How many bytes it holds.
  package var size: Int64
  /// When the bytes were last changed, in seconds since 1970-01-01 00:00 UTC.
  package var modified: Int64

  /// Makes a status.
  ///
  /// - Parameters:
  ///   - kind: what it is.
  ///   - mode: the bits of access, at most `0o7777`.
  ///   - uid: the owner's number.
  ///   - gid: the group's number.
  ///   - device: the number of the file system.
  ///   - inode: the number of the file in it.
  ///   - linkCount: how many names the file has.
  ///   - size: how many bytes it holds.
  ///   - modified: when they were last changed, in seconds since 1970-01-01 00:00 UTC.
  package init(
    kind: Kind, mode: UInt32, uid: UInt32, gid: UInt32, device: UInt64, inode: UInt64,
    linkCount: UInt64, size: Int64, modified: Int64 = 0
  ) {
    self.kind = kind
    self.mode = mode
    self.uid = uid
    self.gid = gid
    self.device = device
    self.inode = inode
    self.linkCount = linkCount
    self.size = size
    self.modified = modified
  }

  /// The mode as `chmod` takes it, without the sign of octal: `640`.
  package var octalMode: String { String(mode, radix: 8) }

  /// Whether both are of one file with one owner, whatever its mode is by now.
  ///
  /// - Parameter other: another look.
  /// - Returns: false for another file in its place.
  package func isSameEntry(as other: FileStatus) -> Bool {
    kind == other.kind && device == other.device && inode == other.inode && uid == other.uid
      && (kind == .folder || linkCount == other.linkCount)
  }

  /// Whether both describe the same file in the same state of access; contents are not compared.
  func isSameFile(as other: FileStatus) -> Bool {
    kind == other.kind && device == other.device && inode == other.inode && mode == other.mode
      && uid == other.uid && gid == other.gid && linkCount == other.linkCount
  }
}
