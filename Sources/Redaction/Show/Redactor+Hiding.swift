extension Redactor {
  /// A string value as it may be shown.
  ///
  /// - Parameters:
  ///   - text: the decoded text.
  ///   - sensitivity: what the way to it says.
  ///   - hints: what its key says beside that.
  /// - Returns: the decoded text with labels in the place of secrets.
  mutating func shown(
    _ text: String, _ sensitivity: Sensitivity, hints: SecretFinder.Hints
  ) -> String {
    guard let word = sensitivity.label else {
      return hideByLook(text, isProse: false, hints: sensitivity == .url ? [.isURL] : hints)
    }
    return hideWhole(text, word)
  }

  /// Hides a whole value except for references and labels, and remembers it.
  mutating func hideWhole(_ text: String, _ word: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(where: { !$0.isSpace }) else { return text }
    // A switch in an environment.
    if word == "variable", text == "true" || text == "false" { return text }
    let islands = Islands.scan(bytes)
    var finds = Find.cut([Find(0..<bytes.count, word)], by: islands, in: bytes)
    // A secret that is all marks ("***") is still one.
    if islands.isEmpty { finds = [Find(0..<bytes.count, word)] }
    return replaced(bytes, finds) { redactor, secret, word in
      let label = redactor.labels.label(secret, word)
      redactor.known.add(secret, label)
      let trimmed = secret.drop { $0.isWhitespace }
      redactor.known.add(String(trimmed.prefix { !$0.isWhitespace }), label)
      return label
    }
  }

  /// Hides what looks secret in a text, and what is known to be.
  mutating func hideByLook(
    _ text: String, isProse: Bool, hints: SecretFinder.Hints = []
  ) -> String {
    let bytes = Array(text.utf8)
    let finds = self.finds(bytes, isProse: isProse, hints: hints)
    return finds.isEmpty
      ? text : replaced(bytes, finds) { $0.labels.label($1, $2) }
  }

  /// What is to be hidden in a text: known secrets carry their whole label.
  func finds(
    _ bytes: [UInt8], isProse: Bool, hints: SecretFinder.Hints, isKey: Bool = false
  ) -> [Find] {
    let known = known.scan(bytes, isProse: isProse, isKey: isKey)
    let byLook = SecretFinder.scan(bytes, hints: hints)
    return known.isEmpty
      ? byLook : Find.cut(Find.merged(known + byLook), by: Islands.scan(bytes), in: bytes)
  }

  /// Hides a key that looks secret or holds a known secret.
  mutating func hideInKey(_ key: String) -> String {
    let bytes = Array(key.utf8)
    let finds = self.finds(bytes, isProse: false, hints: [], isKey: true)
    return finds.isEmpty ? key : replaced(bytes, finds) { $0.labels.label($1, $2) }
  }

  private mutating func replaced(
    _ bytes: [UInt8], _ finds: [Find],
    _ label: (inout Redactor, _ secret: String, _ word: String) -> String
  ) -> String {
    var result = ""
    var position = 0
    for find in finds {
      result += String(decoding: bytes[position..<find.range.lowerBound], as: UTF8.self)
      let secret = String(decoding: bytes[find.range], as: UTF8.self)
      result += find.label.hasPrefix("‹") ? find.label : label(&self, secret, find.label)
      position = find.range.upperBound
    }
    return result + String(decoding: bytes[position...], as: UTF8.self)
  }
}
