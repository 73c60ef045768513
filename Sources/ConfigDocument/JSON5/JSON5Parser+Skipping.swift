/// Ways over text that cannot be read.
extension JSON5Parser {
  /// A `#` comment or the marker of a merge conflict: reported, and its line skipped.
  mutating func skippedForeignLine() -> Bool {
    let start = position
    if current == UInt8(ascii: "#") {
      skipLine()
      report("hash-comment", at: start, "`#` begins no comment in JSON5", help: "write // instead")
      return true
    }
    let byte = current
    let isMarker = [UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">")].contains(byte)
    guard isMarker, input[start...].prefix(7).count == 7,
      input[start...].prefix(7).allSatisfy({ $0 == byte })
    else { return false }
    skipLine()
    report(
      "merge-conflict", at: start, length: 7, "the marker of a merge conflict stands here",
      help: "decide for one of the two sides and remove the markers")
    return true
  }

  /// Text in curly quotes: reported and skipped.
  mutating func skippedCurlyQuotes() -> Bool {
    let start = position
    guard isCurlyQuote(at: start) else { return false }
    position += 3
    while position < count, current != 0x0A, !isCurlyQuote(at: position) { position += 1 }
    if position < count, current != 0x0A { position += 3 }
    report(
      "curly-quotes", at: start, length: 3, "text stands in curly quotes",
      help: "use straight quotes; a word processor or chat may have changed them")
    return true
  }

  /// U+2018, U+2019, U+201C and U+201D.
  private func isCurlyQuote(at offset: Int) -> Bool {
    offset + 2 < count && input[offset] == 0xE2 && input[offset + 1] == 0x80
      && [0x98, 0x99, 0x9C, 0x9D].contains(input[offset + 2])
  }

  mutating func skipLine() {
    while position < count, current != 0x0A, current != 0x0D { position += 1 }
  }

  /// To the next comma, closing bracket or line end.
  mutating func skipToDelimiter() {
    while position < count, !isDelimiter(current) { position += 1 }
  }

  /// Over a word with everything that is glued to it.
  mutating func skipBareText() {
    while position < count, !isDelimiter(current), current != 0x20, current != 0x09,
      current != UInt8(ascii: ":")
    {
      position += 1
    }
  }

  mutating func skipPast(_ byte: UInt8) {
    while position < count, current != 0x0A, current != byte { position += 1 }
    if current == byte { position += 1 }
  }

  private func isDelimiter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
      || byte == 0x0A || byte == 0x0D
  }
}
