public import Diagnostics

extension ConfigDocument {
  /// Every value of the document in the order of the text, containers before what they hold.
  package var nodes: some Sequence<NodeID> {
    rows.indices.lazy.map { NodeID($0) }
  }

  /// The way to a value.
  ///
  /// Paths are made for the few values that something is said of, not for all that are looked at.
  ///
  /// - Parameter node: a value of this document.
  /// - Returns: its path; a key that stands twice gives both values the same one.
  public func path(to node: NodeID) -> ConfigPath {
    var path = ConfigPath.root
    var position = 0
    while position != node.index {
      var child = position + 1
      var index = 0
      while Int(rows[child].next) <= node.index {
        child = Int(rows[child].next)
        index += 1
      }
      path = path.appending(key(NodeID(child)).map { .key($0) } ?? .index(index))
      position = child
    }
    return path
  }

  /// Whether a value or key holds a byte sequence, as it is spelled.
  ///
  /// - Parameters:
  ///   - range: bytes of the document.
  ///   - byte: the byte to look for.
  /// - Returns: false when it does not occur.
  package func contains(_ byte: UInt8, in range: Range<Int>) -> Bool {
    bytes.withUnsafeBufferPointer { $0[range].contains(byte) }
  }
}
