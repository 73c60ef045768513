/// How text is written on one line so that every reader of YAML 1.1 or 1.2 takes it for that text.
enum YAMLSpelling {
  /// Whether a text may stand without quotes, in block and in flow style.
  static func isPlain(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last, bytes.count < 1_000 else { return false }
    if "-?:,[]{}#&*!|>'\"%@`=<~".utf8.contains(first) || first == 0x20 || last == 0x20
      || last == UInt8(ascii: ":")
    {
      return false
    }
    if text.hasPrefix("...") { return false }
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
        UInt8(ascii: "}"), UInt8(ascii: "?"), 0..<0x20, 0x7F:
        return false
      case UInt8(ascii: ":") where bytes[index + 1] == 0x20: return false
      case UInt8(ascii: "#") where bytes[index - 1] == 0x20: return false
      default: break
      }
    }
    return text.unicodeScalars.allSatisfy(isPrintable)
      && bytes.withUnsafeBufferPointer { CoreSchema.kind($0[...]) == .string }
      && YAMLTrap.kind(of: text) == nil && !looksLikeNumber(bytes)
  }

  /// Digits with separators and the like: each reader has its own idea of numbers and dates.
  private static func looksLikeNumber(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, JSON5Text.isDigit(first) || "+-.".utf8.contains(first)
    else { return false }
    return bytes.allSatisfy {
      JSON5Text.isHexDigit($0) || "+-.:_xXoOTZ ".utf8.contains($0)
    }
  }

  /// Printable in YAML 1.1 and 1.2, and no line end in either.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0xA1...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
      0x10000...:
      true
    default: false
    }
  }

  /// A text in quotes; double ones where single ones cannot hold it.
  static func quoted(_ text: String, with quote: UInt8) -> Piece {
    if quote == UInt8(ascii: "'"), text.unicodeScalars.allSatisfy(isPrintable) {
      var bytes: [UInt8] = [quote]
      for byte in text.utf8 { bytes += byte == quote ? [quote, quote] : [byte] }
      return (bytes + [quote])[...]
    }
    var bytes: [UInt8] = [UInt8(ascii: "\"")]
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": bytes += [UInt8(ascii: "\\"), UInt8(ascii: scalar)]
      case "\n": bytes += Array("\\n".utf8)
      case "\r": bytes += Array("\\r".utf8)
      case "\t": bytes += Array("\\t".utf8)
      case _ where isPrintable(scalar): bytes += Array(String(scalar).utf8)
      default:
        // Everything that is not printable lies in the first plane.
        let hex = String(scalar.value, radix: 16)
        bytes += Array(("\\u" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex).utf8)
      }
    }
    return (bytes + [UInt8(ascii: "\"")])[...]
  }

  /// A number in a spelling that YAML has; nil when there is none.
  static func number(_ text: String) -> Piece? {
    let bytes = Array(text.utf8)
    let isCore = bytes.withUnsafeBufferPointer { CoreSchema.isNumber($0[...]) }
    if isCore { return bytes[...] }
    switch text {
    case "Infinity", "+Infinity": return Array(".inf".utf8)[...]
    case "-Infinity": return Array("-.inf".utf8)[...]
    case "NaN", "+NaN", "-NaN": return Array(".nan".utf8)[...]
    default: return hexadecimal(text)
    }
  }

  /// JSON5 has signs in front of hexadecimal numbers, and a capital X.
  private static func hexadecimal(_ text: String) -> Piece? {
    var digits = text[...]
    let isNegative = digits.first == "-"
    if isNegative || digits.first == "+" { digits.removeFirst() }
    guard digits.hasPrefix("0x") || digits.hasPrefix("0X") else { return nil }
    digits.removeFirst(2)
    guard digits.utf8.allSatisfy(JSON5Text.isHexDigit) else { return nil }
    if !isNegative { return Array(("0x" + digits).utf8)[...] }
    return UInt64(digits, radix: 16).map { Array("-\($0)".utf8)[...] }
  }
}
