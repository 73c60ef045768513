public import ConfigDocument
public import Diagnostics

extension Redactor {
  /// A value as strict JSON with two blanks of indentation and its secrets hidden.
  ///
  /// Numbers keep their digits; hexadecimal ones become decimal, Infinity and NaN strings. Of two
  /// equal keys the last one counts, as for every reader of JSON5.
  ///
  /// - Parameters:
  ///   - document: the config.
  ///   - node: the value.
  ///   - path: where it stands; the keys on the way decide.
  /// - Returns: one JSON value without a line end behind it.
  public mutating func json(
    _ document: ConfigDocument, _ node: NodeID, at path: ConfigPath
  ) -> RedactedText {
    let leaves = Array(DocumentWalk(document, node, at: path))
    learn(document, leaves)
    var writer = JSONWriter(document: document)
    for leaf in leaves where writer.enter(leaf.node) {
      if leaf.node != node, let key = document.key(leaf.node) { writer.key(hideInKey(key)) }
      switch document.kind(leaf.node) {
      case .object, .array: writer.open(leaf.node)
      case .string:
        let text = document.string(leaf.node) ?? ""
        writer.scalar(JSONText.quoted(shown(text, leaf.sensitivity, hints: leaf.hints)))
      case .number:
        let hidden = secretText(document, leaf)
        writer.scalar(
          hidden.map { JSONText.quoted($0) } ?? JSONText.number(document.text(leaf.node)))
      case .boolean: writer.scalar(document.boolean(leaf.node) == true ? "true" : "false")
      case .null: writer.scalar("null")
      }
    }
    return RedactedText(writer.finish())
  }
}

/// Lays values out that come in the order of the text.
private struct JSONWriter {
  private struct Open {
    let end: Int
    let closing: Character
    var isEmpty = true
  }

  private let document: ConfigDocument
  private var result = ""
  private var stack: [Open] = []
  private var skippedUntil = 0

  /// The members that a later one with the same key replaces.
  private var replaced: Set<Int> = []

  init(document: ConfigDocument) {
    self.document = document
  }

  /// Closes what ends before a value and says whether the value counts.
  mutating func enter(_ node: NodeID) -> Bool {
    // By the order of the table: in YAML an alias has the range of what it stands for.
    let nodes = document.subtree(node)
    if nodes.lowerBound < skippedUntil { return false }
    if replaced.contains(nodes.lowerBound) {
      skippedUntil = nodes.upperBound
      return false
    }
    while let last = stack.last, nodes.lowerBound >= last.end { close() }
    if let last = stack.indices.last {
      result += stack[last].isEmpty ? "\n" : ",\n"
      stack[last].isEmpty = false
      indent()
    }
    return true
  }

  mutating func key(_ key: String) {
    result += JSONText.quoted(key) + ": "
  }

  mutating func scalar(_ text: String) {
    result += text
  }

  mutating func open(_ node: NodeID) {
    let isObject = document.kind(node) == .object
    result += isObject ? "{" : "["
    stack.append(Open(end: document.subtree(node).upperBound, closing: isObject ? "}" : "]"))
    guard isObject else { return }
    var last: [String: Int] = [:]
    for child in document.children(node) {
      let start = document.subtree(child).lowerBound
      if let earlier = last.updateValue(start, forKey: document.key(child) ?? "") {
        replaced.insert(earlier)
      }
    }
  }

  mutating func finish() -> String {
    while !stack.isEmpty { close() }
    return result
  }

  private mutating func close() {
    guard let last = stack.popLast() else { return }
    if !last.isEmpty {
      result += "\n"
      indent()
    }
    result.append(last.closing)
  }

  private mutating func indent() {
    result += String(repeating: "  ", count: stack.count)
  }
}
