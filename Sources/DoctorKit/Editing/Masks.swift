internal import ConfigDocument
internal import Redaction

/// What stands for hidden values in a document: our labels and OpenClaw's sentinel.
struct Masks {
  /// What OpenClaw itself puts in the place of a secret (since 2026.2.6); it says nothing of which.
  static let sentinel = "__OPENCLAW_REDACTED__"

  /// Positions of the values that are masks, or have one in their key, ascending.
  private let nodes: [Int]

  /// Looks for masks.
  init(in document: ConfigDocument) {
    var nodes: [Int] = []
    document.forEachNode { node in
      let isMask =
        document.string(node).map(Redactor.containsLabel) == true
        || document.key(node).map(Redactor.containsLabel) == true
      if isMask { nodes.append(node.index) }
    }
    self.nodes = nodes
  }

  /// Whether there is none.
  var isEmpty: Bool { nodes.isEmpty }

  /// All values that are masks, or have one in their key.
  var all: [NodeID] { nodes.map { NodeID($0) } }

  /// Those at and below a value.
  ///
  /// - Parameter range: the positions of the value and all below it.
  /// - Returns: the values in the order of the text.
  func within(_ range: Range<Int>) -> ArraySlice<Int> {
    var low = 0
    var high = nodes.count
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < nodes.count, nodes[end] < range.upperBound { end += 1 }
    return nodes[low..<end]
  }
}
