/// A value in one document; meaningless in any other.
public struct NodeID: Sendable, Hashable {
  /// Position in the document's table of nodes, which is in the order of the text.
  package let index: Int

  package init(_ index: Int) {
    self.index = index
  }
}

/// One row of the tree: 24 bytes, no pointers, so that a document of many values stays flat.
///
/// A container's first child is the next row; a value's next sibling is the row `next`.
struct NodeRow {
  /// Byte range of the value, quotes and brackets included.
  var start: UInt32
  var end: UInt32
  /// Byte range of the member's key, quotes included; both 0 when there is none.
  var keyStart: UInt32
  var keyEnd: UInt32
  /// The row after the last descendant.
  var next: UInt32
  var kind: NodeKind
}

extension ConfigDocument {
  /// The number of values in the document.
  package var nodeCount: Int { rows.count }

  /// Table positions of a value and everything below it.
  package func subtree(_ node: NodeID) -> Range<Int> {
    node.index..<Int(rows[node.index].next)
  }
}
