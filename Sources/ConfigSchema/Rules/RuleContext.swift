internal import ConfigDocument
internal import Diagnostics

/// What a rule may look at.
struct RuleContext {
  let document: ConfigDocument
  /// The release whose rules are applied.
  let release: Release

  /// A value, and the steps that the wildcards of a pattern stood for on the way to it.
  struct Match {
    let node: NodeID
    let wildcards: [ConfigPath.Step]
  }

  /// All values at a pattern, in the order of the text.
  ///
  /// - Parameter pattern: the notation of tables: `channels.slack.accounts.*`.
  /// - Returns: nothing when the document has none.
  func matches(_ pattern: String) -> [Match] {
    var found = [Match(node: document.root, wildcards: [])]
    for step in PathPattern(pattern).steps {
      found = found.flatMap { match in next(step, from: match) }
      if found.isEmpty { return [] }
    }
    return found
  }

  /// All values at several patterns.
  func matches(_ patterns: [String]) -> [Match] { patterns.flatMap { matches($0) } }

  private func next(_ step: PathPattern.Step, from match: Match) -> [Match] {
    switch step {
    case .key(let key):
      return document.member(key, of: match.node).map {
        [Match(node: $0, wildcards: match.wildcards)]
      } ?? []
    case .anyKey:
      guard document.kind(match.node) == .object else { return [] }
      return document.children(match.node).compactMap { child in
        document.key(child).map {
          Match(node: child, wildcards: match.wildcards + [.key($0)])
        }
      }
    case .anyItem, .index:
      guard document.kind(match.node) == .array else { return [] }
      return document.children(match.node).enumerated().map { index, child in
        Match(node: child, wildcards: match.wildcards + [.index(index)])
      }
    }
  }

  /// The value below another one; nil when there is none.
  func value(_ keys: String..., of node: NodeID?) -> NodeID? {
    var node = node
    for key in keys { node = node.flatMap { document.member(key, of: $0) } }
    return node
  }

  /// The content of a string; nil for other kinds, and where a variable stands in it.
  func text(_ node: NodeID?) -> String? {
    guard let node, let text = document.string(node), !VariableReference.occurs(in: text) else {
      return nil
    }
    return text
  }

  /// The value of a number; nil for other kinds.
  func number(_ node: NodeID?) -> Double? {
    guard let node, document.kind(node) == .number else { return nil }
    var text = document.text(node)
    return text.withUTF8 { NumberLiteral.value($0) }
  }

  /// Whether a value is `true`.
  func isTrue(_ node: NodeID?) -> Bool { node.flatMap { document.boolean($0) } == true }

  /// Whether there is something that counts as given: no blank text, no null.
  func isGiven(_ node: NodeID?) -> Bool {
    guard let node else { return false }
    switch document.kind(node) {
    case .null: return false
    case .string: return !TextForm.trimmed(document.string(node) ?? "").isEmpty
    default: return true
    }
  }

  /// Whether an object includes another file, so that what is missing may be there.
  func isPartial(_ node: NodeID?) -> Bool {
    node.flatMap { document.member("$include", of: $0) } != nil
  }

  /// The items of an array; nothing for other kinds.
  func items(of node: NodeID?) -> [NodeID] {
    guard let node, document.kind(node) == .array else { return [] }
    return Array(document.children(node))
  }

  /// Whether a value is a list with something in it.
  func hasItems(_ node: NodeID?) -> Bool { !items(of: node).isEmpty }
}
