/// Ways over text that cannot be read, and looks ahead.
extension JSON5Parser {
  /// What may stand anywhere by mistake: reported and passed over.
  mutating func skippedForeign() -> Bool {
    switch current {
    case 0:
      reportNUL()
    case 0x80... where JSON5Text.scalarLength(at: position, in: input) == 0:
      reportDamagedUTF8()
    case UInt8(ascii: "#"):
      let start = position
      skipLine()
      report(
        "hash-comment", at: start, "`#` begins no comment in JSON5", help: "write // instead")
    case 0xE2, 0xEF, 0xE3: return skippedLookalike()
    case UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "|"):
      return skippedConflict()
    default: return false
    }
    return true
  }

  /// The marker of a merge conflict: reported, and the second side passed over.
  private mutating func skippedConflict() -> Bool {
    let start = position
    guard isMarker(at: start) else { return false }
    if current == UInt8(ascii: "<") {
      report(
        "merge-conflict", at: start, length: 7, "a merge conflict begins here",
        help: "decide for one of the two sides and remove the lines with markers",
        related: lineStart(ofMarker: UInt8(ascii: ">"), from: start), note: "it ends here")
      skipLine()
      return true
    }
    let isEnd = current == UInt8(ascii: ">")
    // Where no end was found once, none is looked for again.
    let end = isEnd || conflictIsOpen ? nil : lineStart(ofMarker: UInt8(ascii: ">"), from: start)
    conflictIsOpen = !isEnd && end == nil
    if faults.last?.code != "merge-conflict" {
      report(
        "merge-conflict", at: start, length: 7, "the marker of a merge conflict stands here",
        help: "decide for one of the two sides and remove the lines with markers")
    }
    position = end ?? start
    skipLine()
    return true
  }

  private func isMarker(at start: Int) -> Bool {
    let byte = input[start]
    return start + 7 <= count && input[start..<start + 7].allSatisfy { $0 == byte }
  }

  private func lineStart(ofMarker byte: UInt8, from start: Int) -> Int? {
    var offset = start
    while let feed = input[offset...].firstIndex(of: 0x0A), feed + 1 < count {
      offset = feed + 1
      if input[offset] == byte, isMarker(at: offset) { return offset }
    }
    return nil
  }

  /// A character that looks like punctuation or like nothing: full-width commas and colons of
  /// Asian keyboards, and invisible characters of web pages.
  private mutating func skippedLookalike() -> Bool {
    guard position + 2 < count else { return false }
    let isColon: Bool
    switch (input[position], input[position + 1], input[position + 2]) {
    case (0xEF, 0xBC, 0x9A): isColon = true
    case (0xEF, 0xBC, 0x8C), (0xE3, 0x80, 0x81): isColon = false
    case (0xE2, 0x80, 0x8B...0x8D), (0xE2, 0x81, 0xA0):
      report(
        "invisible-character", at: position, length: 3, "an invisible character stands here",
        help: "remove it; a copy from a web page or chat may have brought it")
      position += 3
      return true
    default: return false
    }
    guard isColon ? state == .value && !open.isEmpty : state == .separator && !open.isEmpty
    else { return false }
    let mark = isColon ? ":" : ","
    report(
      "fullwidth-punctuation", at: position, length: 3,
      "a full-width character stands where `\(mark)` is expected", help: "write `\(mark)`")
    if isColon { colon = position }
    position += 3
    if !isColon { resumeBehindMember() }
    return true
  }

  /// Text in curly quotes: reported and skipped.
  mutating func skippedCurlyQuotes() -> Bool {
    let start = position
    guard let kind = curlyQuote(at: start) else { return false }
    position += 3
    while position < count, current != 0x0A, curlyQuote(at: position) != kind,
      current != UInt8(ascii: "\"")
    { position += 1 }
    if position < count, current != 0x0A { position += current == UInt8(ascii: "\"") ? 1 : 3 }
    report(
      "curly-quotes", at: start, length: 3, "text stands in curly quotes",
      help: "use straight quotes; a word processor or chat may have changed them")
    return true
  }

  /// Whether U+2018 or U+2019 (1), or U+201C or U+201D (2), stands here; nil for anything else.
  private func curlyQuote(at offset: Int) -> Int? {
    guard offset + 2 < count, input[offset] == 0xE2, input[offset + 1] == 0x80 else { return nil }
    switch input[offset + 2] {
    case 0x98, 0x99: return 1
    case 0x9C, 0x9D, 0x9E: return 2
    default: return nil
    }
  }

  func curlyQuote(in range: Range<Int>) -> Bool {
    range.contains { curlyQuote(at: $0) == 2 }
  }

  mutating func skipLine() {
    while position < count, current != 0x0A, current != 0x0D { position += 1 }
  }

  /// To the end of the line, or to the brackets that end it.
  mutating func skipRestOfLine() {
    let start = position
    skipLine()
    var end = position
    var bracket: Int?
    loop: while end > start {
      switch input[end - 1] {
      case UInt8(ascii: "}"), UInt8(ascii: "]"): bracket = end - 1
      case 0x20, 0x09, UInt8(ascii: ","): break
      default: break loop
      }
      end -= 1
    }
    if let bracket { position = bracket }
    if position >= count { isFinished = true }
  }

  /// To the next comma, closing bracket, comment or line end.
  mutating func skipToDelimiter() {
    while position < count, !isDelimiter(current), !isComment() { position += 1 }
  }

  /// Over a word with everything that is glued to it.
  mutating func skipBareValue() {
    while position < count, !isDelimiter(current), current != 0x20, current != 0x09 {
      position += 1
    }
  }

  /// The same, to the colon of a key.
  mutating func skipBareKey() {
    while position < count, !isDelimiter(current), current != 0x20, current != 0x09,
      current != UInt8(ascii: ":")
    {
      position += 1
    }
  }

  /// Behind the next such byte on this line.
  mutating func skipPast(_ byte: UInt8) {
    while position < count, current != 0x0A, current != 0x0D, current != byte { position += 1 }
    if position < count, current == byte { position += 1 }
  }

  private func isDelimiter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
      || byte == 0x0A || byte == 0x0D
  }

  /// Whether a comment begins here, with space in front as no address has it.
  private func isComment() -> Bool {
    guard current == UInt8(ascii: "/"), position + 1 < count, position > 0 else { return false }
    let isBegin =
      input[position + 1] == UInt8(ascii: "/") || input[position + 1] == UInt8(ascii: "*")
    return isBegin && (input[position - 1] == 0x20 || input[position - 1] == 0x09)
  }

  // MARK: Looks ahead

  /// Whether a key with a colon behind it begins here, on one line.
  func beginsMember() -> Bool {
    var ahead = position
    let quote = ahead < count ? input[ahead] : 0
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      ahead += 1
      while ahead < count, input[ahead] != quote, input[ahead] != 0x0A { ahead += 1 }
      ahead += 1
    } else {
      while ahead < count, JSON5Text.isWordByte(input[ahead]) || input[ahead] >= 0x80 { ahead += 1 }
      guard ahead > position else { return false }
    }
    while ahead < count, input[ahead] == 0x20 || input[ahead] == 0x09 { ahead += 1 }
    return ahead < count && input[ahead] == UInt8(ascii: ":")
  }

  func beginsValue() -> Bool {
    let byte = current
    return JSON5Text.isWordByte(byte) || byte >= 0x80 || byte == UInt8(ascii: "\"")
      || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "\\")
  }

  /// Whether a line ends between an offset and the position.
  func isOnNewLine(after offset: Int) -> Bool {
    isOnNewLine(after: offset, before: position)
  }

  func isOnNewLine(after offset: Int, before end: Int) -> Bool {
    offset < end && input[offset..<end].contains { $0 == 0x0A || $0 == 0x0D }
  }
}
