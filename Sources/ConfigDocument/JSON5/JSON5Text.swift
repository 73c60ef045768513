/// Characters of JSON5 and the decoding of its strings and keys.
enum JSON5Text {
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  @inline(__always)
  static func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 6
  }

  /// Letters, digits, `_` and `$`: the ASCII part of an identifier.
  @inline(__always)
  static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || isDigit(byte) || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "$")
  }

  static func hexValue(_ byte: UInt8) -> UInt32 {
    UInt32(isDigit(byte) ? byte - 0x30 : (byte | 0x20) - UInt8(ascii: "a") + 10)
  }

  /// Length of the well-formed UTF-8 sequence that begins here; 0 when it is damaged.
  static func scalarLength(at position: Int, in input: UnsafeBufferPointer<UInt8>) -> Int {
    let lead = input[position]
    let available = input.count - position
    func isTail(_ offset: Int) -> Bool { input[position + offset] & 0xC0 == 0x80 }
    switch lead {
    case 0..<0x80:
      return 1
    case 0xC2...0xDF where available >= 2 && isTail(1):
      return 2
    case 0xE0...0xEF where available >= 3 && isTail(1) && isTail(2):
      let second = input[position + 1]
      if lead == 0xE0 && second < 0xA0 || lead == 0xED && second >= 0xA0 { return 0 }
      return 3
    case 0xF0...0xF4 where available >= 4 && isTail(1) && isTail(2) && isTail(3):
      let second = input[position + 1]
      if lead == 0xF0 && second < 0x90 || lead == 0xF4 && second >= 0x90 { return 0 }
      return 4
    default:
      return 0
    }
  }

  /// The scalar of a well-formed sequence.
  static func scalar(
    at position: Int, length: Int, in input: UnsafeBufferPointer<UInt8>
  ) -> Unicode.Scalar {
    let text = String(decoding: input[position..<position + length], as: UTF8.self)
    return text.unicodeScalars.first ?? "\u{FFFD}"
  }

  /// Length of the white space beyond ASCII that begins here; 0 when there is none: the byte order
  /// mark, U+2028, U+2029 and every space separator of Unicode.
  static func whitespaceLength(at position: Int, in input: UnsafeBufferPointer<UInt8>) -> Int {
    let length = scalarLength(at: position, in: input)
    guard length > 0 else { return 0 }
    let scalar = scalar(at: position, length: length, in: input)
    switch scalar {
    case "\u{FEFF}", "\u{2028}", "\u{2029}": return length
    default: return scalar.properties.generalCategory == .spaceSeparator ? length : 0
    }
  }

  static func isLineSeparator(at position: Int, in input: UnsafeBufferPointer<UInt8>) -> Bool {
    position + 2 < input.count && input[position] == 0xE2 && input[position + 1] == 0x80
      && (input[position + 2] == 0xA8 || input[position + 2] == 0xA9)
  }

  /// Whether a scalar may stand in an identifier (ECMAScript 5.1, section 7.6).
  static func isIdentifier(_ scalar: Unicode.Scalar, isFirst: Bool) -> Bool {
    if scalar == "$" || scalar == "_" { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber:
      return true
    case .nonspacingMark, .spacingMark, .decimalNumber, .connectorPunctuation:
      return !isFirst
    default:
      return !isFirst && (scalar == "\u{200C}" || scalar == "\u{200D}")
    }
  }

  /// The scalar of a `\u` with four digits that begins here; nil when there is none.
  static func unicodeEscape(
    at position: Int, in input: UnsafeBufferPointer<UInt8>
  ) -> Unicode.Scalar? {
    guard position + 6 <= input.count, input[position + 1] == UInt8(ascii: "u") else { return nil }
    var value: UInt32 = 0
    for offset in 2..<6 {
      let byte = input[position + offset]
      guard isHexDigit(byte) else { return nil }
      value = value << 4 | hexValue(byte)
    }
    return Unicode.Scalar(value)
  }
}
