internal import Diagnostics

/// The key of a release that a misspelt or misplaced one is most like.
struct NearestKey {
  let tree: KeyTree
  let position: Int

  /// Words that people write for others, and that no distance of letters finds.
  private static let synonyms: [String: [String]] = [
    "token": ["botToken", "accessToken"], "apikey": ["apiKey"], "key": ["apiKey"],
    "url": ["baseUrl", "serverUrl"], "allowlist": ["allowFrom"], "whitelist": ["allowFrom"],
    "policy": ["dmPolicy"], "host": ["bind"],
  ]

  /// A valid key beside the place of an unknown one.
  ///
  /// - Parameters:
  ///   - name: the unknown key.
  ///   - place: where it stands.
  /// - Returns: the name of a key; nil when none is like it.
  func sibling(of name: String, at place: Place) -> String? {
    let lower = name.lowercased()
    let limit = max(1, lower.utf8.count / 3)
    var best: (name: String, distance: Int)?
    for node in [place.node, place.fallback].compactMap({ $0 }) {
      for child in tree.children(of: node)
      where tree.isKey(child) && tree.row(of: child, at: position) != nil {
        let candidate = tree.name(of: child)
        if Self.synonyms[lower]?.contains(candidate) == true { return candidate }
        let distance = LetterDistance.between(candidate.lowercased(), lower, limit: limit)
        if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
      }
    }
    return best?.name
  }

  /// The same key somewhere else in the catalogue, where it is the only one of its name or stands
  /// below the same first key; wildcards are not looked behind.
  ///
  /// - Parameters:
  ///   - name: the unknown key.
  ///   - area: the first key of its path.
  /// - Returns: the path of the key; nil when it is none or one of many.
  func elsewhere(_ name: String, area: String?) -> ConfigPath? {
    guard name.utf8.count > 3 else { return nil }
    var name = name
    let found = name.withUTF8 { places($0) }
    let paths = found.prefix(16).map { tree.path(to: $0) }
    let inArea = paths.filter { $0.first == area }
    let candidates = inArea.isEmpty ? paths : inArea
    guard candidates.count == 1 else { return nil }
    return ConfigPath(candidates.flatMap { $0.map { .key($0) } })
  }

  /// Keys with this name below other keys only.
  private func places(_ name: UnsafeBufferPointer<UInt8>) -> [KeyTree.Node] {
    var found: [KeyTree.Node] = []
    var open = [tree.root]
    while let node = open.popLast() {
      for child in tree.children(of: node) where tree.isKey(child) {
        if tree.has(child, name), tree.row(of: child, at: position) != nil { found.append(child) }
        open.append(child)
      }
    }
    return found
  }
}
