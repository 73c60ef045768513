/// The value of a number in any spelling of JSON5 or YAML.
enum NumberLiteral {
  /// Reads a number.
  ///
  /// - Parameter text: the literal.
  /// - Returns: its value; nil when it is none. `NaN` gives a value that is not equal to itself.
  static func value(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    var rest = text[...]
    var isNegative = false
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      rest = rest.dropFirst()
    }
    guard let magnitude = magnitude(rest) else { return nil }
    return isNegative ? -magnitude : magnitude
  }

  private static func magnitude(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Double? {
    switch text.first {
    case UInt8(ascii: "I"): return .infinity
    case UInt8(ascii: "N"): return .nan
    case nil: return nil
    default: break
    }
    if text.count <= 15, text.allSatisfy({ $0 &- 0x30 < 10 }) {
      // Most numbers are short and whole; no text is made for them.
      return Double(text.reduce(0) { $0 * 10 + Int($1 &- 0x30) })
    }
    switch text.dropFirst().first.map({ $0 | 0x20 }) {
    case UInt8(ascii: "x") where text.count > 2: return whole(text.dropFirst(2), base: 16)
    case UInt8(ascii: "o") where text.count > 2: return whole(text.dropFirst(2), base: 8)
    case UInt8(ascii: "i"): return .infinity
    case UInt8(ascii: "n"): return .nan
    default: break
    }
    // JSON5 allows `.5` and `5.`, which Swift does not.
    var plain = String(decoding: text, as: UTF8.self)
    if plain.utf8.first == UInt8(ascii: ".") { plain = "0" + plain }
    if let dot = plain.firstIndex(of: ".") {
      let behind = plain.index(after: dot)
      if behind == plain.endIndex || !plain[behind].isNumber { plain.insert("0", at: behind) }
    }
    return Double(plain)
  }

  private static func whole(
    _ digits: Slice<UnsafeBufferPointer<UInt8>>, base: Double
  ) -> Double {
    digits.reduce(0.0) { sum, digit in
      sum * base + Double(digit < 0x3A ? digit &- 0x30 : (digit | 0x20) &- 0x57)
    }
  }
}
