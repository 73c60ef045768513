public import ConfigDocument
public import Diagnostics

extension Redactor {
  /// The text of a document with its secrets hidden.
  ///
  /// Structure, comments, order and layout stay, so that it can be read again; it must not be
  /// written back (`containsLabel`).
  ///
  /// - Parameter document: the config.
  /// - Returns: the text with labels in the place of secrets.
  public mutating func redact(_ document: ConfigDocument) -> RedactedText {
    redact(document, document.root, at: .root, in: 0..<document.bytes.count)
  }

  /// The text of one value with its secrets hidden.
  ///
  /// - Parameters:
  ///   - document: the config.
  ///   - node: the value.
  ///   - path: where it stands; the keys on the way decide.
  /// - Returns: the text with labels in the place of secrets.
  public mutating func redact(
    _ document: ConfigDocument, _ node: NodeID, at path: ConfigPath
  ) -> RedactedText {
    redact(document, node, at: path, in: document.range(node))
  }

  /// Reads the secrets of a document without showing anything, so that they are hidden in every
  /// text of this run.
  ///
  /// - Parameter document: the config.
  /// - Returns: the strings that are secret for their key, references among them, in order.
  @discardableResult
  public mutating func learn(_ document: ConfigDocument) -> [NodeID] {
    learn(document, DocumentWalk(document, document.root, at: .root))
  }

  /// Reads the secrets of a document that stands inside another one.
  ///
  /// - Parameters:
  ///   - document: for instance an included file.
  ///   - path: where its root stands in the config; the keys on the way decide too.
  public mutating func learn(_ document: ConfigDocument, at path: ConfigPath) {
    learn(document, DocumentWalk(document, document.root, at: path))
  }

  /// The text of a document that stands inside another one, with its secrets hidden.
  ///
  /// - Parameters:
  ///   - document: for instance an included file.
  ///   - path: where its root stands in the config; the keys on the way decide too.
  /// - Returns: the text with labels in the place of secrets.
  public mutating func redact(_ document: ConfigDocument, at path: ConfigPath) -> RedactedText {
    redact(document, document.root, at: path, in: 0..<document.bytes.count)
  }

  /// Remembers the value of a variable whose name says that it is a secret, so that it is hidden in
  /// every text of this run.
  ///
  /// - Parameters:
  ///   - value: the value of the variable.
  ///   - name: its name; one that says nothing is passed over.
  public mutating func learn(_ value: String, ofVariable name: String) {
    guard let word = SecretName.label(name) else { return }
    _ = hideWhole(value, word)
  }

  @discardableResult
  mutating func learn(_ document: ConfigDocument, _ leaves: some Sequence<Leaf>) -> [NodeID] {
    var secrets: [NodeID] = []
    for leaf in leaves
    where secretText(document, leaf) != nil && document.kind(leaf.node) == .string {
      secrets.append(leaf.node)
    }
    return secrets
  }

  /// What to show for a value that is secret for its key; nil when it is not.
  mutating func secretText(_ document: ConfigDocument, _ leaf: Leaf) -> String? {
    guard let word = leaf.sensitivity.label else { return nil }
    switch document.kind(leaf.node) {
    case .string: return document.string(leaf.node).map { hideWhole($0, word) }
    case .number where leaf.sensitivity.hidesNumbers:
      return hideWhole(document.text(leaf.node), word)
    default: return nil
    }
  }

  private mutating func redact(
    _ document: ConfigDocument, _ node: NodeID, at path: ConfigPath, in range: Range<Int>
  ) -> RedactedText {
    let leaves = Array(DocumentWalk(document, node, at: path))
    // First all values, because a comment or a key may stand before the value that it repeats.
    learn(document, leaves)
    var edits: [(range: Range<Int>, text: String)] = []
    for leaf in leaves {
      if leaf.node != node, let key = keyEdit(document, leaf.node) { edits.append(key) }
      if let value = valueEdit(document, leaf) { edits.append(value) }
    }
    edits += commentEdits(document, range)
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    var result = ""
    var position = range.lowerBound
    // In YAML an alias stands for a text that is hidden in its own place already.
    for edit in edits where edit.range.lowerBound >= position {
      result += String(decoding: document.bytes[position..<edit.range.lowerBound], as: UTF8.self)
      result += edit.text
      position = edit.range.upperBound
    }
    result += String(decoding: document.bytes[position..<range.upperBound], as: UTF8.self)
    return RedactedText(result)
  }

  private mutating func valueEdit(
    _ document: ConfigDocument, _ leaf: Leaf
  ) -> (Range<Int>, String)? {
    let range = document.range(leaf.node)
    if let text = document.string(leaf.node) {
      let shown = shown(text, leaf.sensitivity, hints: leaf.hints)
      return shown == text ? nil : (range, literal(shown, like: document.bytes[range]))
    }
    guard let text = secretText(document, leaf) else { return nil }
    return (range, JSONText.quoted(text))
  }

  mutating func keyEdit(
    _ document: ConfigDocument, _ node: NodeID
  ) -> (Range<Int>, String)? {
    guard let range = document.keyRange(node), let key = document.key(node) else { return nil }
    let shown = hideInKey(key)
    return shown == key ? nil : (range, literal(shown, like: document.bytes[range]))
  }

  /// A string in the quotes of the one it replaces.
  ///
  /// The whole literal is written anew, because an escape or a line continuation in the old one
  /// could spell a secret.
  private func literal(_ text: String, like old: ArraySlice<UInt8>) -> String {
    JSONText.quoted(text, quote: old.first == UInt8(ascii: "'") ? "'" : "\"")
  }

  mutating func commentEdits(
    _ document: ConfigDocument, _ range: Range<Int>
  ) -> [(Range<Int>, String)] {
    var edits: [(Range<Int>, String)] = []
    var isInKey = false
    for comment in document.comments() where range.contains(comment.lowerBound) {
      let bytes = Array(document.bytes[comment])
      var text = String(decoding: bytes, as: UTF8.self)
      let opens = Blocks.opens(bytes)
      if isInKey {
        // A private key that goes on over several `//` comments.
        let end = Blocks.closing(bytes)
        let marks = bytes.count > 3 && bytes[1] == UInt8(ascii: "*") ? ("/* ", " */") : ("// ", "")
        text = marks.0 + labels.label(text, "private-key") + marks.1
        isInKey = end == nil
      } else if let parked = parkedText(document.bytes[comment]) {
        text = parked
      } else {
        text = hideByLook(text, isProse: true)
        isInKey = opens && bytes.starts(with: "//".utf8)
        if opens, bytes.starts(with: "/*".utf8), !text.hasSuffix("*/") { text += " */" }
      }
      if text != String(decoding: bytes, as: UTF8.self) { edits.append((comment, text)) }
    }
    return edits
  }
}
