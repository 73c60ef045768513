/// Finds texts that ask for a credential instead of being one: `change-me`, `your-token-here`.
///
/// A hyphen, an underscore or a space separates words.
enum PlaceholderRequest {
  private static let nouns = ["token", "secret", "password", "key"]

  /// - Parameter text: small letters.
  /// - Returns: whether it asks.
  static func matches(_ text: [UInt8]) -> Bool {
    isChange(text[...]) || isOrder(text[...]) || isPossession(text[...]) || isLabel(text[...])
  }

  /// `changeme`, `change-this-secret`.
  private static func isChange(_ text: ArraySlice<UInt8>) -> Bool {
    guard let rest = text.without(prefix: "change") else { return false }
    return rest.isFollowed(by: ["me", "this", "it"])
  }

  /// `replace-me`, `put_token_here`, `insert-your-key`.
  private static func isOrder(_ text: ArraySlice<UInt8>) -> Bool {
    let verbs = ["replace", "insert", "put", "enter", "set", "add", "fill"]
    guard let rest = verbs.lazy.compactMap({ text.without(prefix: $0) }).first else { return false }
    if rest.isFollowed(by: ["me", "this"]) { return true }
    let isWord =
      rest.first.map(\.isSeparator) == true || rest.isFollowed(by: ["with", "your", "in"])
    return isWord && nouns.contains { rest.holds($0) }
  }

  /// `your-token`, `my_secret_key`, `the token goes here`.
  private static func isPossession(_ text: ArraySlice<UInt8>) -> Bool {
    let owners = ["your", "my", "the", "some", "an", "a"]
    let rest = owners.lazy.compactMap { text.without(prefix: $0) }.first {
      $0.first.map(\.isSeparator) == true
    }
    guard let rest else { return false }
    let body =
      rest.without(words: ["goes", "here"]) ?? rest.without(words: ["here"])
      ?? rest.without(words: ["value"]) ?? rest
    return (nouns + ["passwd", "credential"]).contains {
      body.dropFirst().without(suffix: $0) != nil
    }
  }

  /// `token-here`, `API_KEY_HERE`, `secret-placeholder`.
  private static func isLabel(_ text: ArraySlice<UInt8>) -> Bool {
    var body = text.without(words: ["goes", "here"])
    if body == nil, let gone = text.without(words: ["here"])?.without(suffix: "goes") {
      body = gone
    }
    for word in ["here", "value", "placeholder"] where body == nil {
      body = text.without(suffix: word)
      if body?.last?.isSeparator == true { body?.removeLast() }
    }
    guard let body else { return false }
    return nouns.contains { noun in
      guard let before = body.without(suffix: noun) else { return false }
      return before.last.map(\.isSeparator) ?? true
    }
  }
}

extension UInt8 {
  /// Whether this stands between two words.
  fileprivate var isSeparator: Bool {
    self == UInt8(ascii: "-") || self == UInt8(ascii: "_") || self == UInt8(ascii: " ")
  }
}

extension ArraySlice where Element == UInt8 {
  fileprivate func without(prefix: String) -> ArraySlice<UInt8>? {
    starts(with: prefix.utf8) ? dropFirst(prefix.utf8.count) : nil
  }

  fileprivate func without(suffix: String) -> ArraySlice<UInt8>? {
    reversed().starts(with: suffix.utf8.reversed()) ? dropLast(suffix.utf8.count) : nil
  }

  /// The text in front of words at its end, each with a separator before it.
  fileprivate func without(words: [String]) -> ArraySlice<UInt8>? {
    var rest = self
    for word in words.reversed() {
      guard let before = rest.without(suffix: word), before.last?.isSeparator == true else {
        return nil
      }
      rest = before.dropLast()
    }
    return rest
  }

  /// Whether it begins with one of the words, a separator before it or not, as a whole word.
  fileprivate func isFollowed(by words: [String]) -> Bool {
    let bare = first?.isSeparator == true ? dropFirst() : self
    return words.contains { word in
      guard let rest = bare.without(prefix: word) else { return false }
      return rest.first.map(\.isSeparator) ?? true
    }
  }

  fileprivate func holds(_ word: String) -> Bool {
    indices.contains { self[$0...].starts(with: word.utf8) }
  }
}
