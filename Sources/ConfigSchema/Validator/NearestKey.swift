internal import Diagnostics

/// The key of a release that a misspelt or misplaced one is most like.
struct NearestKey {
  let tree: KeyTree
  let position: Int
  /// Where each unknown name is a key of the release.
  private let places: [String: [KeyTree.Node]]

  /// Makes a search.
  ///
  /// - Parameters:
  ///   - names: all unknown keys, so that the catalogue is gone through once.
  ///   - tree: the catalogue.
  ///   - position: the set of keys.
  init(_ names: Set<String>, in tree: KeyTree, at position: Int) {
    self.tree = tree
    self.position = position
    places = Self.places(names.filter { $0.utf8.count > 3 }, in: tree, at: position)
  }

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
    let word = LetterDistance(from: name, limit: max(1, name.utf8.count / 3))
    let synonyms = Self.synonyms[name.lowercased()] ?? []
    var best: (name: String, distance: Int)?
    for node in [place.node, place.fallback].compactMap({ $0 }) {
      for child in tree.children(of: node) where tree.isKey(child) {
        // The row says whether the release has the key; reading it costs more than all the rest.
        if !synonyms.isEmpty {
          let candidate = tree.name(of: child)
          if synonyms.contains(candidate), tree.row(of: child, at: position) != nil {
            return candidate
          }
        }
        let distance = word.distance(to: tree.nameBytes(of: child))
        if distance <= word.limit, distance < best?.distance ?? .max,
          tree.row(of: child, at: position) != nil
        {
          best = (tree.name(of: child), distance)
        }
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
    let paths = (places[name] ?? []).prefix(16).map { tree.path(to: $0) }
    let inArea = paths.filter { $0.first == area }
    let candidates = inArea.isEmpty ? paths : inArea
    guard candidates.count == 1 else { return nil }
    return ConfigPath(candidates.flatMap { $0.map { .key($0) } })
  }

  /// Keys with one of some names, below other keys only.
  private static func places(
    _ names: Set<String>, in tree: KeyTree, at position: Int
  ) -> [String: [KeyTree.Node]] {
    guard !names.isEmpty else { return [:] }
    var found: [String: [KeyTree.Node]] = [:]
    let wanted = names.map { (name: $0, bytes: Array($0.utf8)) }
    var initials = ByteClass()
    for name in names { name.utf8.first.map { initials.insert($0) } }
    var open = [tree.root]
    while let node = open.popLast() {
      for child in tree.children(of: node) where tree.isKey(child) {
        if tree.hasChildren(child) { open.append(child) }
        guard initials.contains(tree.initial(of: child)) else { continue }
        let isWanted = wanted.first { name in
          name.bytes.withUnsafeBufferPointer { tree.has(child, $0) }
        }
        if let name = isWanted?.name, tree.row(of: child, at: position) != nil {
          found[name, default: []].append(child)
        }
      }
    }
    return found
  }
}
