/// Errors around keys and colons, and inside tokens.
extension JSON5Parser {
  /// The position is where a key should begin, and none does.
  mutating func reportNoKey() {
    guard position < count else { return reportEnd() }
    guard !skippedForeign() else { return }
    let start = position
    switch current {
    case UInt8(ascii: "]"):
      reportMismatch()
    case UInt8(ascii: ","):
      let isFirst = state == .firstKey
      report(
        "extra-comma", at: start,
        isFirst
          ? "a key is expected, and a comma stands here"
          : "a key is expected, and a second comma stands here",
        help: isFirst ? "remove the comma" : "remove one of the two commas")
      position += 1
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      report(
        "missing-key", at: start, "a value stands here without a key",
        help: "write `key: ` in front of it; or a bracket before it is missing or too many")
      state = .value
    case UInt8(ascii: ":"):
      report(
        "missing-key", at: start, "a key is expected in front of the colon",
        help: "write the key, or \"\" for an empty one")
      readColon()
    default:
      if skippedCurlyQuotes() { return finishKey(from: start) }
      reportForeignKey()
    }
  }

  /// A key that needs quotes: it begins with a digit, a sign or something else.
  private mutating func reportForeignKey() {
    let start = position
    let isNumber = JSON5Text.isDigit(current) || current == UInt8(ascii: "-")
    skipBareKey()
    let end = max(position, start + 1)
    position = end
    skipTrivia()
    guard current == UInt8(ascii: ":") else {
      report(
        "unexpected-character", at: start, "a character that begins no key stands here",
        help: "expected is a key or `}`; keys other than plain words need quotes")
      skipToDelimiter()
      state = .separator
      return
    }
    report(
      "unquoted-key", at: start, length: end - start,
      isNumber ? "a key begins with a digit or a sign" : "a key that is no plain word stands here",
      help: "put the key in quotes")
    readColon()
  }

  private mutating func readColon() {
    colon = position
    position += 1
    state = .value
  }

  private mutating func finishKey(from start: Int) {
    keyRange = start..<position
    skipTrivia()
    if current == UInt8(ascii: ":") { readColon() } else { reportNoColon() }
  }

  /// The position is behind a key, and no colon stands there.
  mutating func reportNoColon() {
    state = .value
    guard position < count else { return reportEnd() }
    guard !skippedForeign() else { return }
    let start = position
    let isQuoted = input[keyRange.upperBound - 1] == input[keyRange.lowerBound]
    let isGlued = start == keyRange.upperBound
    switch current {
    case UInt8(ascii: "="):
      report(
        "missing-colon", at: start, "`=` stands where `:` is expected", help: "write `key: value`")
      while current == UInt8(ascii: "=") || current == UInt8(ascii: ">") { position += 1 }
      colon = position - 1
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"):
      reportLonelyKey()
    case UInt8(ascii: "{") where isGlued && input[start - 1] == UInt8(ascii: "$"):
      skipPast(UInt8(ascii: "}"))
      reportOddKey("a reference to a variable stands where a key is expected")
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "{"), UInt8(ascii: "["):
      if isOnNewLine(after: keyRange.upperBound), beginsMember() { return reportLonelyKey() }
      report(
        "missing-colon", at: start, "`:` is expected behind the key", help: "write `key: value`")
    default:
      if isGlued, JSON5Text.isWordByte(current), isQuoted {
        return reportStrayQuote(stringAt: keyRange.lowerBound)
      }
      if isGlued { return reportOddKey("a character stands here that an unquoted key cannot hold") }
      if isOnNewLine(after: keyRange.upperBound), beginsMember() { return reportLonelyKey() }
      report(
        "missing-colon", at: start, "`:` is expected behind the key", help: "write `key: value`")
    }
  }

  private mutating func reportLonelyKey() {
    report(
      "missing-colon", at: keyRange.lowerBound, length: keyRange.count,
      "a key stands here without a value",
      help: "write `key: value`; a list of values needs `[` and `]`")
    let isNext = JSON5Text.isWordByte(current) || current >= 0x80 || beginsValue()
    addPlaceholder()
    if isNext { state = .nextKey }
  }

  /// The position is on the first character that the key in front of it cannot hold.
  private mutating func reportOddKey(_ message: String) {
    let start = position
    let isReference = input[start - 1] == UInt8(ascii: "}")
    skipBareKey()
    report(
      "unquoted-key", at: isReference ? keyRange.lowerBound : start, message,
      help: "put the whole key in quotes")
    skipTrivia()
    if current == UInt8(ascii: ":") {
      readColon()
    } else {
      skipToDelimiter()
      addPlaceholder()
    }
  }

  // MARK: Tokens

  mutating func reportEscape(from start: Int, _ message: String, _ help: String) {
    report(
      "bad-escape", at: start, length: min(2, count - start), message, help: help)
  }

  /// - Returns: false, so that the caller can end with it.
  mutating func reportNumber(from start: Int, _ message: String, _ help: String) -> Bool {
    guard !open.isEmpty else {
      position = start
      reportNoDocument()
      return false
    }
    skipBareValue()
    report("bad-number", at: start, length: position - start, message, help: help)
    skipToDelimiter()
    addPlaceholder()
    return false
  }

  /// A string runs to the end of its line; reading goes on there, at closing brackets if any end
  /// the line.
  ///
  /// Where the closing quote is missing, the comma behind it went into the string.
  mutating func reportOpenString(from start: Int) {
    let lineEnd = position
    let hasCurly = input[start..<lineEnd].contains(0xE2) && curlyQuote(in: start..<lineEnd)
    report(
      "unclosed-string", at: start, "a string begins here and does not end on its line",
      help: hasCurly
        ? "close it with a straight quote; a curly one stands in it"
        : "close the quotes; a line break in a string is written \\n")
    addPlaceholder()
    position = start + 1
    skipRestOfLine()
    resumeBehindMember()
  }

  mutating func reportOpenComment(from start: Int) {
    report(
      "unclosed-comment", at: start, length: 2, "a comment begins here and does not end",
      help: "close it with */")
    position = count
    isFinished = true
  }

  mutating func reportNUL() {
    report(
      "nul-byte", at: position, "a NUL byte stands in the text",
      help: "this is no text file, or it is damaged: restore it from a backup")
    isFinished = true
    position = count
  }

  /// Of a text in another encoding one place is enough.
  mutating func reportDamagedUTF8() {
    if !isDamaged {
      report(
        "invalid-utf8", at: position, "the text is not UTF-8 here",
        help: "save the file as UTF-8, for instance with: iconv -f ISO-8859-1 -t UTF-8")
    }
    isDamaged = true
    position += 1
  }

  mutating func reportTooDeep() {
    report(
      "too-deep", at: position,
      "brackets are nested deeper than \(ConfigDocument.depthLimit) levels",
      help: "no OpenClaw config is nested like this: restore the file from a backup")
    isFinished = true
  }
}
