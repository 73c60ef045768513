/// A file or folder of OpenClaw's state, as the file system describes it.
package struct StateFile: Sendable, Hashable {
  /// Where it lies.
  package let path: String
  /// Whether it is a folder.
  package let isFolder: Bool
  /// The bits of access: at most `0o7777`.
  package let mode: UInt32
  /// The owner's number.
  package let uid: UInt32
  /// The group's number.
  package let gid: UInt32

  /// Makes a description.
  ///
  /// - Parameters:
  ///   - path: where it lies.
  ///   - isFolder: whether it is a folder.
  ///   - mode: the bits of access, at most `0o7777`.
  ///   - uid: the owner's number.
  ///   - gid: the group's number.
  package init(path: String, isFolder: Bool, mode: UInt32, uid: UInt32, gid: UInt32) {
    self.path = path
    self.isFolder = isFolder
    self.mode = mode
    self.uid = uid
    self.gid = gid
  }
}
