internal import ConfigDocument
internal import Diagnostics

/// Finds values by path in a document whose objects may be large: their keys are read once.
struct NodeFinder {
  private static let threshold = 24

  private let document: ConfigDocument
  private var members: [NodeID: [ConfigPath.Step: NodeID]] = [:]
  /// Values at a path with a key that stands twice, last first; those that were given away are gone.
  private var twins: [ConfigPath: [NodeID]] = [:]

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

  /// One of several values at a path, because a key on the way stands twice, each given once.
  ///
  /// - Parameters:
  ///   - path: the path.
  ///   - isWanted: what it must be.
  /// - Returns: the first that is wanted; nil when there is none.
  mutating func nextTwin(at path: ConfigPath, where isWanted: (NodeID) -> Bool) -> NodeID? {
    var left =
      twins[path]
      ?? path.steps.reduce([document.root]) { nodes, step in
        nodes.flatMap { node in
          document.children(node).enumerated().filter { index, child in
            (document.key(child).map { .key($0) } ?? .index(index)) == step
          }.map(\.element)
        }
      }.reversed()
    let place = left.lastIndex(where: isWanted)
    let twin = place.map { left.remove(at: $0) }
    twins[path] = left
    return twin
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
