package import Diagnostics

/// What is known of a key over all releases.
package struct KeyExplanation: Sendable, Hashable {
  /// What holds in a run of releases.
  package struct Chapter: Sendable, Hashable {
    /// The first release.
    package let first: Release
    /// The last one; nil when it holds to the end of what is known.
    package let last: Release?
    /// The kinds of value: `a string or a number`.
    package let types: String
    /// Allowed values as JSON; empty when all are.
    package let values: [String]
    /// Bounds, as clauses behind "must be".
    package let limits: [String]
    /// What the schema fills in, JSON; nil when nothing is.
    package let standard: String?
    /// Further facts, as clauses.
    package let notes: [String]
  }

  /// The key as the catalogue has it: `agents.list[].tools.deny`.
  package let path: String
  /// In which releases it is valid.
  package let life: KeyLife
  /// What it takes, from the oldest release to the newest.
  package let chapters: [Chapter]
  /// Where it is now, when it has gone.
  package let successor: ConfigPath?
  /// The keys directly below it that the newest release has that knows it.
  package let children: [String]

  /// Looks a key up; nil when no release has it.
  ///
  /// - Parameter path: a place in a config, or a pattern with `*`; `[]` is read as `[0]`.
  package init?(_ path: ConfigPath) {
    let tree = KeyTree()
    guard let node = Self.node(path, in: tree), tree.hasRows(node) else { return nil }
    let rows = tree.rows(of: node)
    guard let life = KeyLife(rows) else { return nil }
    self.path = Self.spelled(tree.path(to: node))
    self.life = life
    chapters = rows.map { Self.chapter($0, in: tree) }
    successor = life.last == nil ? nil : Successors().successor(of: path, isBackwards: false)
    let newest = rows.last?.span.upperBound ?? 0
    children = tree.children(of: node).compactMap { child in
      tree.isKey(child) && tree.row(of: child, at: newest) != nil ? tree.name(of: child) : nil
    }
  }

  /// Segments as one path: `a.b[].*`.
  private static func spelled(_ segments: [String]) -> String {
    segments.reduce("") { text, segment in
      let isJoined = text.isEmpty || segment.hasPrefix("[") || segment.hasPrefix("<")
      return text + (isJoined ? "" : ".") + segment
    }
  }

  private static func node(_ path: ConfigPath, in tree: KeyTree) -> KeyTree.Node? {
    var open: [KeyTree.Node] = [tree.root]
    for step in path.steps {
      open = open.flatMap { next(step, from: $0, in: tree) }
    }
    return open.first { tree.hasRows($0) } ?? open.first
  }

  /// Where a step can lead: the key itself before a wildcard, and through alternatives and shapes.
  private static func next(
    _ step: ConfigPath.Step, from node: KeyTree.Node, in tree: KeyTree
  ) -> [KeyTree.Node] {
    var found: [KeyTree.Node] = []
    switch step {
    case .key(let key):
      found += [tree.child(of: node, named: key), tree.wildcard(of: node)].compactMap { $0 }
    case .index(let index):
      found += [
        tree.child(of: node, named: "[]"), tree.child(of: node, named: "[\(index)]"),
      ].compactMap { $0 }
    }
    for alternative in tree.children(of: node)
    where tree.initial(of: alternative) == UInt8(ascii: "<") {
      found += next(step, from: alternative, in: tree)
    }
    for row in tree.rows(of: node) {
      for limit in LimitList(row.limits, in: tree) where limit.isNamed("ref") {
        if let shape = tree.child(of: tree.root, named: limit.value), shape != node {
          found += next(step, from: shape, in: tree)
        }
      }
    }
    return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private static func chapter(_ row: KeyRow, in tree: KeyTree) -> Chapter {
    let span = KeyLife.span(row.span)
    let limits = LimitList(row.limits, in: tree).compactMap { limit -> String? in
      limit.isNamed("ref") || limit.isNamed("normalize") || limit.isNamed("orOneOf")
        ? nil : LimitText.phrase(tree.text(limit.range))
    }
    let standard = tree.text(row.standard)
    return Chapter(
      first: span.first, last: span.last, types: row.types.phrase,
      values: row.values.isEmpty
        ? [] : ValueList(tree.slice(row.values)).map { String(decoding: $0, as: UTF8.self) },
      limits: limits, standard: standard.isEmpty ? nil : standard, notes: notes(row.flags))
  }

  private static let words: [(KeyFlags, String)] = [
    (.required, "its object must have it"), (.strict, "unknown keys below it are refused"),
    (.strip, "unknown keys below it have no effect"), (.open, "unknown keys below it are kept"),
    (.sensitive, "a secret"), (.unenforced, "not checked when the file is loaded"),
    (.rejected, "refused by a second check"), (.uncertain, "the sources disagree"),
    (.typesOnly, "only its types and values are known"),
  ]

  private static func notes(_ flags: KeyFlags) -> [String] {
    words.filter { flags.contains($0.0) }.map(\.1)
  }
}
