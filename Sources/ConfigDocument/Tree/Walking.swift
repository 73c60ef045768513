public import Diagnostics

extension ConfigDocument {
  /// Calls a function with every value in the order of the text, containers before what they hold.
  ///
  /// - Parameter body: takes a value.
  package func forEachNode(_ body: (NodeID) -> Void) {
    for index in rows.indices { body(NodeID(index)) }
  }

  /// Calls a function with every key in the order of the text.
  ///
  /// - Parameter body: takes the spelling of a key without its quotes; in YAML, its content.
  package func forEachKey(_ body: (ArraySlice<UInt8>) -> Void) {
    if yaml != nil {
      for row in rows where row.keyEnd != 0 {
        let key = bytes[Int(row.keyStart)..<Int(row.keyEnd)]
        body(Array(YAMLKey.decode(key).utf8)[...])
      }
      return
    }
    for row in rows where row.keyEnd != 0 {
      let key = bytes[Int(row.keyStart)..<Int(row.keyEnd)]
      let isQuoted = key.first == UInt8(ascii: "\"") || key.first == UInt8(ascii: "'")
      body(isQuoted ? key.dropFirst().dropLast() : key)
    }
  }

  /// The content of a key.
  ///
  /// - Parameter key: what `forEachKey` gives.
  /// - Returns: the text that it stands for.
  package func unescaped(_ key: ArraySlice<UInt8>) -> String {
    yaml == nil ? JSON5Text.decodeKey(key) : String(decoding: key, as: UTF8.self)
  }

  /// The value at a path below another one.
  ///
  /// - Parameters:
  ///   - path: the way from there.
  ///   - node: where it begins.
  /// - Returns: nil when there is none.
  package func node(at path: ConfigPath, below node: NodeID) -> NodeID? {
    var node = node
    for step in path.steps {
      guard let next = child(step, of: node) else { return nil }
      node = next
    }
    return node
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

  /// The ways to many values, in one walk: asked for one by one, those of a large object would cost
  /// a look at all its members each.
  ///
  /// - Parameter nodes: values of this document in the order of the text.
  /// - Returns: their paths.
  package func paths(to nodes: [NodeID]) -> [ConfigPath] {
    var paths: [ConfigPath] = []
    paths.reserveCapacity(nodes.count)
    // The containers that are open: where each ends, and how far its members were passed.
    var open = [(end: Int(rows[0].next), position: 1, index: 0, path: ConfigPath.root)]
    for node in nodes {
      guard node.index > 0 else {
        paths.append(.root)
        continue
      }
      while open.count > 1, open[open.count - 1].end <= node.index { open.removeLast() }
      while true {
        let last = open.count - 1
        while Int(rows[open[last].position].next) <= node.index {
          open[last].position = Int(rows[open[last].position].next)
          open[last].index += 1
        }
        let child = open[last].position
        let path = open[last].path
          .appending(key(NodeID(child)).map { .key($0) } ?? .index(open[last].index))
        if child == node.index {
          paths.append(path)
          break
        }
        open.append((Int(rows[child].next), child + 1, 0, path))
      }
    }
    return paths
  }

  /// Whether a byte occurs anywhere in the text.
  ///
  /// - Parameter byte: the byte to look for.
  /// - Returns: false when it does not occur.
  package func contains(_ byte: UInt8) -> Bool {
    bytes.withUnsafeBufferPointer { $0.contains(byte) }
  }
}
