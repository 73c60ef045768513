public import ConfigDocument
internal import Diagnostics

extension Redactor {
  /// Says of each place that is hidden in a document why it is.
  ///
  /// ```swift
  /// var redactor = Redactor()
  /// for mask in redactor.explain(document) {
  ///   log("line \(mask.span.line): \(mask.label), \(mask.reason)")
  /// }
  /// ```
  ///
  /// - Parameter document: the config.
  /// - Returns: the masks in the order of the text; nothing in them gives a secret away.
  public mutating func explain(_ document: ConfigDocument) -> [Mask] {
    learn(document)
    let lines = LineIndex(document.bytes)
    var masks: [(start: Int, mask: Mask)] = []
    func note(
      _ range: Range<Int>, _ label: String, _ reason: Mask.Reason, _ node: NodeID?, isKey: Bool
    ) {
      let mask = Mask(
        label: label, span: lines.span(range), path: node.map { document.path(to: $0) },
        isKey: isKey, reason: reason)
      masks.append((range.lowerBound, mask))
    }
    for leaf in DocumentWalk(document, document.root, at: .root) {
      if let range = document.keyRange(leaf.node), let key = document.key(leaf.node) {
        for (label, reason) in reasons(key, isProse: false, hints: [], isKey: true) {
          note(range, label, reason, leaf.node, isKey: true)
        }
      }
      let range = document.range(leaf.node)
      if let shown = secretText(document, leaf) {
        let text = document.string(leaf.node) ?? document.text(leaf.node)
        // References and labels are shown although their key is secret.
        if shown != text { note(range, shown, .key, leaf.node, isKey: false) }
      } else if let text = document.string(leaf.node) {
        let hints = leaf.sensitivity == .url ? [.isURL] : leaf.hints
        for (label, reason) in reasons(text, isProse: false, hints: hints, isKey: false) {
          note(range, label, reason, leaf.node, isKey: false)
        }
      }
    }
    for comment in document.comments() {
      let text = String(decoding: document.bytes[comment], as: UTF8.self)
      for (label, reason) in reasons(text, isProse: true, hints: [], isKey: false) {
        note(comment, label, reason, nil, isKey: false)
      }
    }
    return masks.sorted { $0.start < $1.start }.map(\.mask)
  }

  private mutating func reasons(
    _ text: String, isProse: Bool, hints: SecretFinder.Hints, isKey: Bool
  ) -> [(label: String, reason: Mask.Reason)] {
    let bytes = Array(text.utf8)
    return finds(bytes, isProse: isProse, hints: hints, isKey: isKey).map { find in
      if find.label.hasPrefix("‹") { return (find.label, .repetition) }
      let label = labels.label(String(decoding: bytes[find.range], as: UTF8.self), find.label)
      switch find.label {
      case "random": return (label, .entropy)
      case "private-key", "url-credential": return (label, .look(find.label))
      default:
        let isFormat = TokenFormats.known.formats.contains { $0.label == find.label }
        return (label, isFormat ? .look(find.label) : .name)
      }
    }
  }
}
