internal import ConfigDocument

/// A variable that a file sets for a container.
struct EnvironmentEntry {
  let name: String
  /// As it is written; references are not replaced.
  let value: String
  /// The value, or the item `NAME=value`.
  let node: NodeID

  /// The variables that a document sets: `environment` of compose (map and list), `env` of Kubernetes
  /// and charts (lists of names with values, maps).
  static func all(in document: ConfigDocument) -> [EnvironmentEntry] {
    var entries: [EnvironmentEntry] = []
    document.forEachNode { node in
      guard document.kind(node).isContainer, let key = document.key(node),
        key == "environment" || key == "env" || key == "extraEnv"
      else { return }
      for child in document.children(node) {
        if let entry = entry(document, child) { entries.append(entry) }
      }
    }
    return entries
  }

  private static func entry(_ document: ConfigDocument, _ node: NodeID) -> EnvironmentEntry? {
    if let name = document.key(node) {
      return document.string(node).map { EnvironmentEntry(name: name, value: $0, node: node) }
    }
    if let text = document.string(node) {
      guard let sign = text.utf8.firstIndex(of: UInt8(ascii: "=")) else { return nil }
      return EnvironmentEntry(
        name: String(text[..<sign]), value: String(text[text.utf8.index(after: sign)...]),
        node: node)
    }
    guard let name = document.member("name", of: node).flatMap({ document.string($0) }),
      let member = document.member("value", of: node), let value = document.string(member)
    else { return nil }
    return EnvironmentEntry(name: name, value: value, node: member)
  }
}
