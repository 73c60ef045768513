/// The lexical productions of JSON5. Each starts at the position and leaves it behind the token;
/// those that return a Bool report the error themselves where they return false.
extension JSON5Parser {
  /// Skips white space and comments.
  mutating func skipTrivia() {
    // A local position stays in a register over the indentation that most of this is.
    var offset = position
    while offset < count {
      switch input[offset] {
      case 0x20, 0x0A, 0x0D, 0x09:
        offset += 1
        continue
      case 0x0B, 0x0C:
        isStrict = false
        offset += 1
        continue
      case UInt8(ascii: "/"):
        position = offset
        guard skipComment() else { return }
      case 0x80...:
        position = offset
        let length = JSON5Text.whitespaceLength(at: offset, in: input)
        guard length > 0 else { return }
        isStrict = false
        position += length
      default:
        position = offset
        return
      }
      offset = position
    }
    position = offset
  }

  /// Skips a comment; false when the slash begins none.
  private mutating func skipComment() -> Bool {
    guard position + 1 < count else { return false }
    let start = position
    switch input[position + 1] {
    case UInt8(ascii: "/"):
      position += 2
      while position < count, !isLineEnd() {
        guard skipCharacter() else { return true }
      }
    case UInt8(ascii: "*"):
      position += 2
      while !(current == UInt8(ascii: "*") && position + 1 < count
        && input[position + 1] == UInt8(ascii: "/"))
      {
        guard position < count else {
          reportOpenComment(from: start)
          return true
        }
        guard skipCharacter() else { return true }
      }
      position += 2
    default:
      return false
    }
    isStrict = false
    return true
  }

  /// Whether a line of JavaScript ends here: also at U+2028 and U+2029.
  @inline(__always)
  private func isLineEnd() -> Bool {
    let byte = input[position]
    if byte == 0x0A || byte == 0x0D { return true }
    return byte == 0xE2 && JSON5Text.isLineSeparator(at: position, in: input)
  }

  /// Steps over one character; reports a NUL byte and damaged UTF-8.
  @inline(__always)
  private mutating func skipCharacter() -> Bool {
    let byte = input[position]
    if byte >= 0x80 {
      skipScalar()
      return true
    }
    if byte == 0 {
      reportNUL()
      return false
    }
    position += 1
    return true
  }

  /// Steps over a scalar of more than one byte; reports damaged UTF-8.
  private mutating func skipScalar() {
    let length = JSON5Text.scalarLength(at: position, in: input)
    if length > 0 { position += length } else { reportDamagedUTF8() }
  }

  /// A string in either kind of quotes.
  mutating func readString() -> Bool {
    let start = position
    let quote = input[position]
    if quote == UInt8(ascii: "'") { isStrict = false }
    position += 1
    while position < count {
      skipPlain(quote)
      guard position < count else { break }
      let byte = input[position]
      switch byte {
      case quote:
        position += 1
        return true
      case UInt8(ascii: "\\"):
        guard readEscape(stringStart: start) else { return false }
      case 0x0A, 0x0D:
        reportOpenString(from: start)
        return false
      case 0x00:
        reportNUL()
        return false
      case 0x01..<0x20:
        isStrict = false
        position += 1
      case 0x80...:
        skipScalar()
      default:
        position += 1
      }
    }
    reportOpenString(from: start)
    return false
  }

  /// Over bytes of a string that mean themselves, eight at a time: most of a config is strings.
  @inline(__always)
  private mutating func skipPlain(_ quote: UInt8) {
    guard let base = UnsafeRawPointer(input.baseAddress) else { return }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    let quotes = ones &* UInt64(quote)
    var offset = position
    while offset + 8 <= count {
      let bytes = base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      // A top bit is set in each where a byte is zero, so that the quote, the backslash, what is
      // below a space and what is beyond ASCII all show.
      let quoted = bytes ^ quotes
      let escaped = bytes ^ (ones &* 0x5C)
      let isQuote = (quoted &- ones) & ~quoted
      let isEscape = (escaped &- ones) & ~escaped
      let isControl = (bytes &- (ones &* 0x20)) & ~bytes
      let found = (isQuote | isEscape | isControl | bytes) & tops
      if found != 0 {
        position = offset + (found.littleEndian.trailingZeroBitCount >> 3)
        return
      }
      offset += 8
    }
    position = offset
  }

  /// The escape at a backslash in a string.
  private mutating func readEscape(stringStart: Int) -> Bool {
    let start = position
    position += 1
    guard position < count else {
      reportOpenString(from: stringStart)
      return false
    }
    let byte = input[position]
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 1
    case UInt8(ascii: "u"):
      position += 1
      return readHex(4, escapeStart: start)
    case UInt8(ascii: "x"):
      isStrict = false
      position += 1
      return readHex(2, escapeStart: start)
    case UInt8(ascii: "0"):
      isStrict = false
      position += 1
      if JSON5Text.isDigit(current) {
        reportEscape(from: start, "an octal escape stands here", "write \\x or \\u and hex digits")
      }
    case UInt8(ascii: "1")...UInt8(ascii: "9"):
      reportEscape(from: start, "a digit stands behind a backslash", "write \\\\ for a backslash")
      position += 1
    case 0x0D:
      isStrict = false
      position += 1
      if current == 0x0A { position += 1 }
    case 0x00:
      reportNUL()
      return false
    case 0x80...:
      isStrict = false
      skipScalar()
    default:
      isStrict = false
      position += 1
    }
    return true
  }

  private mutating func readHex(_ digits: Int, escapeStart: Int) -> Bool {
    for _ in 0..<digits {
      guard JSON5Text.isHexDigit(current) else {
        let isBraced = current == UInt8(ascii: "{")
        reportEscape(
          from: escapeStart, "an escape lacks its \(digits) hexadecimal digits",
          isBraced
            ? "JSON5 has no \\u{…}: write the character itself, or two \\u escapes for one above U+FFFF"
            : "write \\\\ for a backslash, or give \(digits) hexadecimal digits")
        return true
      }
      position += 1
    }
    return true
  }

  /// A number in any spelling of JSON5.
  mutating func readNumber() -> Bool {
    let start = position
    var digits = 0
    if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") {
      if current == UInt8(ascii: "+") { isStrict = false }
      position += 1
      if readWord("Infinity") || readWord("NaN") {
        isStrict = false
        return true
      }
    }
    if current == UInt8(ascii: "0") {
      position += 1
      digits = 1
      if current | 0x20 == UInt8(ascii: "x") { return readHexNumber(from: start) }
      if JSON5Text.isDigit(current) {
        return reportNumber(
          from: start, "a number begins with a zero", "remove the zero, or quote the value")
      }
    } else {
      digits = skipDigits()
    }
    if current == UInt8(ascii: ".") {
      position += 1
      let hasWhole = digits > 0
      let fraction = skipDigits()
      if fraction == 0 || !hasWhole { isStrict = false }
      digits += fraction
    }
    guard digits > 0 else {
      return reportNumber(from: start, "a number has no digits", "quote the value if it is text")
    }
    if current | 0x20 == UInt8(ascii: "e") {
      position += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
      guard skipDigits() > 0 else {
        return reportNumber(
          from: start, "a number has no digits in its exponent", "quote the value if it is text")
      }
    }
    return endNumber(from: start)
  }

  private mutating func readHexNumber(from start: Int) -> Bool {
    isStrict = false
    position += 1
    let first = position
    while JSON5Text.isHexDigit(current) { position += 1 }
    guard position > first else {
      return reportNumber(
        from: start, "a hexadecimal number has no digits", "quote the value if it is text")
    }
    return endNumber(from: start)
  }

  /// A number must not run into a word: `30m`, `127.0.0.1`, `2026-04-05`, `12:30`.
  private mutating func endNumber(from start: Int) -> Bool {
    switch current {
    case 0x20, 0x0A, 0x0D, 0x09, UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"):
      return true
    default:
      guard runsOn() else { return true }
      return reportNumber(
        from: start, "a number runs into other characters",
        "put text such as durations, dates, versions and addresses in quotes")
    }
  }

  private func runsOn() -> Bool {
    let byte = current
    let next = position + 1 < count ? input[position + 1] : 0
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "\\"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "%"), UInt8(ascii: "*"), UInt8(ascii: "@"):
      return true
    case UInt8(ascii: ":"): return JSON5Text.isDigit(next)
    case UInt8(ascii: "/"): return next != UInt8(ascii: "/") && next != UInt8(ascii: "*")
    default: return JSON5Text.isWordByte(byte)
    }
  }

  private mutating func skipDigits() -> Int {
    let start = position
    while position < count, JSON5Text.isDigit(input[position]) { position += 1 }
    return position - start
  }

  /// A literal word; false, and nothing read, when another word stands here.
  mutating func readWord(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard position + length <= count else { return false }
    for offset in 0..<length where input[position + offset] != word.utf8Start[offset] {
      return false
    }
    if position + length < count {
      let next = input[position + length]
      if JSON5Text.isWordByte(next) || next == UInt8(ascii: "\\") { return false }
      if next >= 0x80, JSON5Text.whitespaceLength(at: position + length, in: input) == 0 {
        return false
      }
    }
    position += length
    return true
  }

  /// An unquoted key: an IdentifierName of ECMAScript 5.1.
  ///
  /// False, and nothing read, when none stands here.
  mutating func readIdentifier() -> Bool {
    let start = position
    while position < count {
      let byte = input[position]
      if JSON5Text.isWordByte(byte), position > start || !JSON5Text.isDigit(byte) {
        position += 1
      } else if byte >= 0x80 {
        let length = JSON5Text.scalarLength(at: position, in: input)
        guard length > 0,
          JSON5Text.isIdentifier(
            JSON5Text.scalar(at: position, length: length, in: input), isFirst: position == start)
        else { break }
        position += length
      } else if byte == UInt8(ascii: "\\") {
        guard let scalar = JSON5Text.unicodeEscape(at: position, in: input),
          JSON5Text.isIdentifier(scalar, isFirst: position == start)
        else { break }
        position += 6
      } else {
        break
      }
    }
    return position > start
  }
}
