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
      for child in tree.children(of: node) where tree.row(of: child, at: position) != nil {
        let candidate = tree.name(of: child)
        guard Self.isPlain(candidate) else { continue }
        if Self.synonyms[lower]?.contains(candidate) == true { return candidate }
        let distance = LetterDistance.between(candidate.lowercased(), lower, limit: limit)
        if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
      }
    }
    return best?.name
  }

  /// The same key somewhere else in the catalogue, where it is the only one of its name or stands
  /// below the same first key.
  ///
  /// - Parameters:
  ///   - name: the unknown key.
  ///   - area: the first key of its path.
  /// - Returns: the path of the key; nil when it is none or one of many.
  func elsewhere(_ name: String, area: String?) -> ConfigPath? {
    guard name.utf8.count > 3 else { return nil }
    var name = name
    return name.withUTF8 { bytes in
      var inArea: [ConfigPath] = []
      var others: [ConfigPath] = []
      for top in tree.children(of: tree.root) where tree.row(of: top, at: position) != nil {
        let topName = tree.name(of: top)
        guard Self.isPlain(topName) else { continue }
        let here = ConfigPath.root.appending(key: topName)
        let found = paths(bytes, below: top, here)
        if topName == area { inArea += found } else { others += found }
        if inArea.count + others.count > 16 { break }
      }
      if inArea.count == 1 { return inArea.first }
      return inArea.isEmpty && others.count == 1 ? others.first : nil
    }
  }

  /// Paths without wildcards that end with a name.
  private func paths(
    _ name: UnsafeBufferPointer<UInt8>, below node: KeyTree.Node, _ path: ConfigPath
  ) -> [ConfigPath] {
    var found: [ConfigPath] = []
    var open = [(node, path)]
    while let (node, path) = open.popLast() {
      for child in tree.children(of: node) {
        let childName = tree.name(of: child)
        guard Self.isPlain(childName), tree.row(of: child, at: position) != nil else { continue }
        let here = path.appending(key: childName)
        if childName.utf8.elementsEqual(name) { found.append(here) }
        open.append((child, here))
      }
    }
    return found
  }

  private static func isPlain(_ name: String) -> Bool {
    guard let first = name.utf8.first else { return false }
    return first != UInt8(ascii: "<") && first != UInt8(ascii: "[") && first != UInt8(ascii: "*")
      && first != UInt8(ascii: "#")
  }
}
