/// Gives each secret of a run its label: the same label to the same secret, and nothing of the
/// secret in it.
struct Labels: Sendable {
  private var bySecret: [String: String] = [:]
  private var counts: [String: Int] = [:]

  /// The label of a secret.
  ///
  /// - Parameters:
  ///   - secret: its decoded text.
  ///   - word: what it is, when it has no label yet.
  /// - Returns: for instance `‹token 1›`.
  mutating func label(_ secret: String, _ word: String) -> String {
    if let label = bySecret[secret] { return label }
    let number = counts[word, default: 0] + 1
    counts[word] = number
    let label = "‹\(word) \(number)›"
    bySecret[secret] = label
    return label
  }

  /// How many secrets have a label.
  var count: Int { bySecret.count }

  /// Forgets which secrets had labels, so that a text without end takes bounded memory; no number
  /// is given twice.
  mutating func forgetSecrets() {
    bySecret.removeAll(keepingCapacity: true)
  }

  /// Whether a word can stand in a label, so that a secret between our marks is not taken for one.
  static func isWord(_ word: String) -> Bool {
    words.contains(word)
  }

  private static let words: Set<String> = Set(TokenFormats.known.formats.compactMap(\.label)).union(
    [
      "token", "password", "api-key", "secret", "key", "private-key", "service-account",
      "credential", "header", "variable", "url-credential", "random", "known",
    ])
}
