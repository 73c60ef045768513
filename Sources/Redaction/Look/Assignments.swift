/// Finds values that stand behind a secret name in any text: `KEY=value`, `"token": "value"`,
/// `token: 'value'`, `--token value`, `Authorization: Bearer value`.
struct Assignments {
  /// A value behind a secret name.
  struct Value {
    let range: Range<Int>
    let label: String
    let ending: Ending
  }

  /// What ends a value, for one that goes on behind the bytes at hand.
  enum Ending: Sendable {
    /// This quote; in a text inside of a string it has as many backslashes before it.
    case quote(UInt8, escapes: Int)
    case bare
    case lineEnd
    case credential
  }

  private let bytes: TextBytes

  /// The values behind secret names.
  ///
  /// - Parameter bytes: any text.
  /// - Returns: the values without their names and quotes.
  static func scan(_ bytes: TextBytes) -> [Find] {
    let scanner = Assignments(bytes)
    var finds: [Find] = []
    var position = 0
    while position < bytes.count {
      guard isName(bytes[position]) else {
        position += 1
        continue
      }
      let end = bytes.end(from: position, while: isName)
      let value = scanner.value(behind: max(position, end - longestName)..<end)
      if let value { finds.append(Find(value.range, value.label)) }
      // What is hidden is not looked at again: many names in one value would cost its square.
      position = max(end, value?.range.upperBound ?? end)
    }
    return finds
  }

  /// More of a word is not looked at.
  static let longestName = 128

  init(_ bytes: TextBytes) {
    self.bytes = bytes
  }

  static func isName(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
  }

  /// The value behind a word that names a secret, when there is one.
  ///
  /// - Parameter range: a whole word, or its last bytes.
  /// - Returns: nil for a word that is no name or has nothing behind it.
  func value(behind range: Range<Int>) -> Value? {
    if let scheme = scheme(range) { return bare(scheme, after: range.upperBound) }
    var position = range.upperBound
    while position < bytes.count, bytes[position] == UInt8(ascii: "\\") || bytes[position].isQuote {
      position += 1
    }
    let isQuotedName = position > range.upperBound
    let gap = bytes.end(from: position, while: \.isSpace)
    guard gap < bytes.count else { return nil }
    let isAssigned = bytes[gap] == UInt8(ascii: ":") || bytes[gap] == UInt8(ascii: "=")
    let isFlag = bytes[range.lowerBound] == UInt8(ascii: "-") && (gap > position || isQuotedName)
    // Most words have no value behind them and need no judgement.
    guard isAssigned || isFlag else { return nil }
    let name = lastPart(of: range)
    // In prose a bare "pass" or "tokens" is a word; as a key both name secrets.
    guard let label = SecretName.label(bytes.part(name)) else { return nil }
    if isAssigned {
      let start = bytes.end(from: gap) { $0.isOne(of: ":=>") }
      let isCertain = isQuotedName || bytes[gap] == UInt8(ascii: "=")
      let isLine = name.count >= 6 && bytes.hasLetters("cookie", at: name.upperBound - 6)
      return value(from: start, label, isLine: isLine, isCertain)
    }
    // `--token value`, and `"--token", "value"` in a list of arguments.
    let start = bytes.end(from: gap) { $0.isSpace || $0 == UInt8(ascii: ",") }
    guard start < bytes.count, bytes[start] != UInt8(ascii: "-") else { return nil }
    return value(from: start, label, isLine: false, isQuotedName)
  }

  /// The part of a word behind its last dot that has one.
  private func lastPart(of word: Range<Int>) -> Range<Int> {
    let dot = UInt8(ascii: ".")
    guard let last = bytes[word].lastIndex(where: { $0 != dot }) else { return word }
    let start = bytes[word.lowerBound...last].lastIndex(of: dot).map { $0 + 1 }
    return (start ?? word.lowerBound)..<last + 1
  }

  private func scheme(_ word: Range<Int>) -> String? {
    guard word.count == 5 || word.count == 6 else { return nil }
    let word = bytes.part(word)
    if word.equals("Bearer") || word.equals("bearer") { return "token" }
    return word.equals("Basic") ? "header" : nil
  }

  /// `Bearer value` without a name before it: 16 characters are no prose.
  private func bare(_ label: String, after end: Int) -> Value? {
    let start = bytes.end(from: end, while: \.isBlank)
    guard start > end else { return nil }
    let stop = bytes.end(from: start, while: Self.isCredential)
    return stop - start >= 16 ? Value(range: start..<stop, label: label, ending: .credential) : nil
  }

  static func isCredential(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte.isOne(of: "._~+/=-")
  }

  private func value(
    from separator: Int, _ label: String, isLine: Bool, _ isCertain: Bool
  ) -> Value? {
    var start = bytes.end(from: separator, while: \.isSpace)
    var escapes = 0
    while start < bytes.count, bytes[start] == UInt8(ascii: "\\") {
      escapes += 1
      start += 1
    }
    guard start < bytes.count else { return nil }
    let isQuoted = bytes[start].isQuote
    var ending = isLine ? Ending.lineEnd : .bare
    var end: Int
    if isQuoted {
      ending = .quote(bytes[start], escapes: escapes)
      start += 1
      end = closingQuote(bytes[start - 1], from: start, escapes: escapes)
    } else {
      // A bracket opens a value of its own; its fields come next.
      if bytes[start].isOne(of: "{[(<") { return nil }
      end = bytes.end(from: start) { isLine ? !$0.isLineEnd : Self.isBare($0) }
      while end > start, bytes[end - 1].isOne(of: ",;)]}") { end -= 1 }
    }
    // A scheme is a word of the protocol; the credential stands behind it.
    for scheme in ["bearer ", "basic ", "bot ", "token ", "digest ", "apikey "] as [StaticString]
    where bytes.hasLetters(scheme, at: start) {
      start = bytes.end(from: start + scheme.utf8CodeUnitCount, while: \.isBlank)
      if !isQuoted {
        end = bytes.end(from: start, while: Self.isBare)
        ending = .bare
      }
    }
    guard start < end, isQuoted || isWorthHiding(bytes.part(start..<end), isCertain) else {
      return nil
    }
    return Value(range: start..<end, label: label, ending: ending)
  }

  static func isBare(_ byte: UInt8) -> Bool {
    !byte.isSpace && !byte.isQuote && byte != UInt8(ascii: "&") && byte != UInt8(ascii: "\\")
  }

  /// The quote that closes a value; without one the value ends with its line.
  ///
  /// In a JSON text inside of a string the quotes themselves are escaped.
  private func closingQuote(_ quote: UInt8, from start: Int, escapes: Int) -> Int {
    var position = start
    var slashes = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\\") {
        slashes += 1
      } else {
        let isEscaped = escapes == 0 ? slashes % 2 == 1 : slashes > escapes
        if bytes[position] == quote, !isEscaped { return position - min(slashes, escapes) }
        if bytes[position].isLineEnd, slashes == 0 { return position }
        slashes = 0
      }
      position += 1
    }
    return position
  }

  /// Without quotes a value may be a word of prose ("token: see the wizard"), a bracket, a literal.
  private func isWorthHiding(_ text: TextBytes, _ isCertain: Bool) -> Bool {
    let word = String(decoding: text, as: UTF8.self)
    if ["true", "false", "null", "undefined", "none"].contains(word) { return false }
    return isCertain || text.count >= 5 || !text.allSatisfy(\.isLetter)
  }
}
