internal import ConfigDocument
internal import Diagnostics

/// Paths of a document that are like one that does not exist in it.
struct PathSuggestions {
  let document: ConfigDocument

  private static let limit = 3

  /// Keys beside the first missing one that are spelled alike; else the same key anywhere else.
  func similar(to wanted: ConfigPath) -> [ConfigPath] {
    var parent = ConfigPath.root
    for step in wanted.steps {
      guard document.node(at: parent.appending(step)) != nil else {
        guard case .key(let key) = step, let node = document.node(at: parent) else { break }
        let near = spelledLike(key, below: node, at: parent)
        if !near.isEmpty { return near }
        break
      }
      parent = parent.appending(step)
    }
    guard let key = wanted.lastKey else { return [] }
    return elsewhere(key)
  }

  private func spelledLike(
    _ key: String, below node: NodeID, at path: ConfigPath
  ) -> [ConfigPath] {
    document.children(node).compactMap { child in
      document.key(child).map { ($0, EditDistance.between($0.lowercased(), key.lowercased())) }
    }
    .filter { $0.1 <= max(1, key.count / 3) }
    .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    .prefix(Self.limit)
    .map { path.appending(key: $0.0) }
  }

  private func elsewhere(_ key: String) -> [ConfigPath] {
    var found: [ConfigPath] = []
    var open: [(NodeID, ConfigPath)] = [(document.root, .root)]
    while let (node, path) = open.popLast(), found.count < Self.limit {
      for (index, child) in document.children(node).enumerated() {
        let name = document.key(child)
        let here = name.map { path.appending(key: $0) } ?? path.appending(index: index)
        if name == key, found.count < Self.limit { found.append(here) }
        if document.kind(child).isContainer { open.append((child, here)) }
      }
    }
    return found
  }
}

/// The least number of inserted, removed, replaced and swapped characters between two words.
enum EditDistance {
  static func between(_ first: String, _ second: String) -> Int {
    let first = Array(first.prefix(64))
    let second = Array(second.prefix(64))
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for (line, character) in first.enumerated() {
      var row = [line + 1]
      for (column, other) in second.enumerated() {
        var best = min(last[column + 1] + 1, row[column] + 1)
        best = min(best, last[column] + (character == other ? 0 : 1))
        if line > 0, column > 0, character == second[column - 1], first[line - 1] == other {
          best = min(best, beforeLast[column - 1] + 1)
        }
        row.append(best)
      }
      beforeLast = last
      last = row
    }
    return last[second.count]
  }
}
