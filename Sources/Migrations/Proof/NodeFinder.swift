internal import ConfigDocument
internal import Diagnostics

/// Finds values by path in a document whose objects may be large: their keys are read once.
struct NodeFinder {
  private static let threshold = 24

  private let document: ConfigDocument
  private var members: [NodeID: [ConfigPath.Step: NodeID]] = [:]

  init(_ document: ConfigDocument) {
    self.document = document
  }

  /// The value at a path; nil when there is none.
  mutating func node(at path: ConfigPath) -> NodeID? {
    var node = document.root
    for step in path.steps {
      guard let next = child(step, of: node) else { return nil }
      node = next
    }
    return node
  }

  private mutating func child(_ step: ConfigPath.Step, of node: NodeID) -> NodeID? {
    guard document.subtree(node).count > Self.threshold else {
      return document.node(at: ConfigPath([step]), below: node)
    }
    if let known = members[node] { return known[step] }
    var read: [ConfigPath.Step: NodeID] = [:]
    for (index, child) in document.children(node).enumerated() {
      read[document.key(child).map { .key($0) } ?? .index(index)] = child
    }
    members[node] = read
    return read[step]
  }
}
