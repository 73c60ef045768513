internal import Diagnostics

/// The last look at an edit of YAML.
extension Draft {
  /// Makes an edit, and takes it back when its text does not mean what the draft means, or lacks a
  /// comment.
  ///
  /// In YAML the meaning of a text hangs on what stands around it. The parser decides, so that no
  /// edit has to be trusted.
  mutating func faithfully(
    _ path: ConfigPath, _ edit: (inout Draft) throws(EditError) -> Void
  ) throws(EditError) {
    var attempt = self
    try edit(&attempt)
    guard attempt.isFaithful else { throw EditError(.inexpressible, path) }
    self = attempt
  }

  private var isFaithful: Bool {
    guard let yaml = document.yaml,
      let rendered = try? ConfigDocument(yaml: render(), document: yaml.number)
    else { return false }
    return rendered.documentCount == yaml.documentCount
      && rendered.comments().count == document.comments().count
      && means(root, rendered, rendered.root)
  }

  private func means(_ value: DraftValue, _ other: ConfigDocument, _ node: NodeID) -> Bool {
    let kind = kind(value)
    guard kind == other.kind(node) else { return false }
    switch kind {
    case .null: return true
    case .boolean: return isTrue(value) == other.boolean(node)
    case .number: return text(value).elementsEqual(other.bytes[other.range(node)])
    case .string: return string(value).utf8.elementsEqual((other.string(node) ?? "").utf8)
    case .object, .array:
      let mine = children(value)
      var position = 0
      for child in other.children(node) {
        guard position < mine.count, means(mine[position].value, other, child) else { return false }
        let key = kind == .object ? YAMLKey.decode(mine[position].key) : ""
        guard kind == .array || other.hasKey(child, key) else { return false }
        position += 1
      }
      return position == mine.count
    }
  }
}
