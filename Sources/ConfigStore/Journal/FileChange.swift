/// New bytes for a file that was read.
package struct FileChange: Sendable, Hashable {
  /// The file as it was read.
  package let snapshot: Snapshot
  /// What is to be there.
  package let bytes: [UInt8]

  /// Makes a change.
  ///
  /// - Parameters:
  ///   - snapshot: the file as it was read, from `load`.
  ///   - bytes: what is to be there.
  package init(_ snapshot: Snapshot, to bytes: [UInt8]) {
    self.snapshot = snapshot
    self.bytes = bytes
  }
}
