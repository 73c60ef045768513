/// Finds values that stand behind a secret name in any text: `KEY=value`, `"token": "value"`,
/// `token: 'value'`, `--token value`, `Authorization: Bearer value`.
struct Assignments {
  private let bytes: [UInt8]
  private var finds: [Find] = []

  /// The values behind secret names.
  ///
  /// - Parameter bytes: any text.
  /// - Returns: the values without their names and quotes.
  static func scan(_ bytes: [UInt8]) -> [Find] {
    var scanner = Assignments(bytes: bytes)
    scanner.scan()
    return scanner.finds
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func scan() {
    var position = 0
    while position < bytes.count {
      guard isName(bytes[position]) else {
        position += 1
        continue
      }
      let end = bytes.end(from: position, while: isName)
      let count = finds.count
      word(max(position, end - 128)..<end)
      // What is hidden is not looked at again: many names in one value would cost its square.
      position = finds.count == count ? end : max(end, finds[count].range.upperBound)
    }
  }

  private func isName(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
  }

  private mutating func word(_ range: Range<Int>) {
    if let scheme = scheme(range) { return bare(scheme, after: range.upperBound) }
    var position = range.upperBound
    while position < bytes.count, bytes[position] == UInt8(ascii: "\\") || bytes[position].isQuote {
      position += 1
    }
    let isQuotedName = position > range.upperBound
    let gap = bytes.end(from: position, while: \.isSpace)
    guard gap < bytes.count else { return }
    let isAssigned = bytes[gap] == UInt8(ascii: ":") || bytes[gap] == UInt8(ascii: "=")
    let isFlag = bytes[range.lowerBound] == UInt8(ascii: "-") && (gap > position || isQuotedName)
    // Most words have no value behind them and need no judgement.
    guard isAssigned || isFlag else { return }
    let name = lastPart(of: range)
    // In prose a bare "pass" or "tokens" is a word; as a key both name secrets.
    let label = bytes.withUnsafeBufferPointer {
      SecretName.label(UnsafeBufferPointer(rebasing: $0[name]))
    }
    guard let label else { return }
    if isAssigned {
      let start = bytes.end(from: gap) { ":=>".utf8.contains($0) }
      let isCertain = isQuotedName || bytes[gap] == UInt8(ascii: "=")
      let isLine = name.count >= 6 && bytes.hasLetters("cookie", at: name.upperBound - 6)
      value(from: start, label, isLine: isLine, isCertain)
    } else {
      // `--token value`, and `"--token", "value"` in a list of arguments.
      let start = bytes.end(from: gap) { $0.isSpace || $0 == UInt8(ascii: ",") }
      if start < bytes.count, bytes[start] != UInt8(ascii: "-") {
        value(from: start, label, isLine: false, isQuotedName)
      }
    }
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
    return bytes.withUnsafeBufferPointer { bytes in
      let word = UnsafeBufferPointer(rebasing: bytes[word])
      if word.equals("Bearer") || word.equals("bearer") { return "token" }
      return word.equals("Basic") ? "header" : nil
    }
  }

  /// `Bearer value` without a name before it: 16 characters are no prose.
  private mutating func bare(_ label: String, after end: Int) {
    let start = bytes.end(from: end, while: \.isBlank)
    guard start > end else { return }
    let stop = bytes.end(from: start) { $0.isAlphanumeric || "._~+/=-".utf8.contains($0) }
    if stop - start >= 16 { finds.append(Find(start..<stop, label)) }
  }

  private mutating func value(from separator: Int, _ label: String, isLine: Bool, _ isCertain: Bool)
  {
    var start = bytes.end(from: separator, while: \.isSpace)
    var escapes = 0
    while start < bytes.count, bytes[start] == UInt8(ascii: "\\") {
      escapes += 1
      start += 1
    }
    guard start < bytes.count else { return }
    let isQuoted = bytes[start].isQuote
    var end: Int
    if isQuoted {
      start += 1
      end = closingQuote(bytes[start - 1], from: start, escapes: escapes)
    } else {
      // A bracket opens a value of its own; its fields come next.
      if "{[(<".utf8.contains(bytes[start]) { return }
      end = bytes.end(from: start) { isLine ? !$0.isLineEnd : isBare($0) }
      while end > start, ",;)]}".utf8.contains(bytes[end - 1]) { end -= 1 }
    }
    // A scheme is a word of the protocol; the credential stands behind it.
    for scheme in ["bearer ", "basic ", "bot ", "token ", "digest ", "apikey "] as [StaticString]
    where bytes.hasLetters(scheme, at: start) {
      start = bytes.end(from: start + scheme.utf8CodeUnitCount, while: \.isBlank)
      if !isQuoted { end = bytes.end(from: start, while: isBare) }
    }
    guard start < end else { return }
    if isQuoted || isWorthHiding(bytes[start..<end], isCertain) {
      finds.append(Find(start..<end, label))
    }
  }

  private func isBare(_ byte: UInt8) -> Bool {
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
  private func isWorthHiding(_ text: ArraySlice<UInt8>, _ isCertain: Bool) -> Bool {
    let word = String(decoding: text, as: UTF8.self)
    if ["true", "false", "null", "undefined", "none"].contains(word) { return false }
    return isCertain || text.count >= 5 || !text.allSatisfy(\.isLetter)
  }
}
