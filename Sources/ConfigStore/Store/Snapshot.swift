/// A config file as it was read: its bytes, and which file it was.
package struct Snapshot: Sendable, Hashable {
  /// The path as it was asked for.
  package let path: String
  /// The path without any link in it: where a write takes place.
  package let target: String
  /// The contents.
  package let bytes: [UInt8]
  /// Which file it is, and who may do what with it.
  package let status: FileStatus
  /// The backup made by a write in place that was cut off and not repaired; nil otherwise.
  ///
  /// The bytes may be half old and half new then: `undo` brings the backup back.
  package let interruptedBackup: Int?

  /// Whether the path leads to the file through a link.
  package var isLinked: Bool { path != target }
}
