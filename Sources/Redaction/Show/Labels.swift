/// Gives each secret of a run its label: the same label to the same secret, and nothing of the
/// secret in it.
struct Labels: Sendable {
  private var bySecret: [String: String] = [:]
  /// Everything that has a label.
  var secrets: [String] { Array(bySecret.keys) }
  private var counts: [String: Int] = [:]

  /// The label of a secret.
  ///
  /// - Parameters:
  ///   - secret: its decoded text.
  ///   - word: what it is, when it has no label yet.
  /// - Returns: for instance `‹token 1›`, `‹short-password 1›`.
  mutating func label(_ secret: String, _ word: String) -> String {
    if let label = bySecret[secret] { return label }
    let word = Self.sized(word, secret.utf8.count)
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
    if words.contains(word) { return true }
    return [short, long].contains { word.hasPrefix($0) }
      && sizedWords.contains(String(word.drop { $0 != "-" }.dropFirst()))
  }

  /// The word with the class of length that helps a reader: below 16 bytes a secret is weak or cut
  /// off, from 128 on it is a document.
  ///
  /// Words that name a format say the length themselves.
  private static func sized(_ word: String, _ count: Int) -> String {
    guard count < 16 || count >= 128, sizedWords.contains(word) else { return word }
    return (count < 16 ? short : long) + word
  }

  private static let short = "short-"
  private static let long = "long-"
  private static let sizedWords: Set<String> = [
    "token", "password", "api-key", "secret", "key", "credential", "header", "variable",
  ]

  private static let words: Set<String> = Set(TokenFormats.known.formats.compactMap(\.label)).union(
    [
      "token", "password", "api-key", "secret", "key", "private-key", "service-account",
      "credential", "header", "variable", "url-credential", "random", "known",
    ])
}
