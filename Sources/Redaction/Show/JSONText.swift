/// Writes strings and numbers as JSON.
enum JSONText {
  /// The text of a string between quotes.
  ///
  /// - Parameters:
  ///   - text: the decoded text.
  ///   - quote: the quote that it will stand in.
  /// - Returns: what stands between the quotes.
  static func escaped(_ text: String, quote: Unicode.Scalar) -> String {
    // Next to no text needs an escape, and scalars are slow to append.
    let isPlain = text.utf8.allSatisfy {
      $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") && UInt32($0) != quote.value
    }
    if isPlain { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case quote, "\\": result.append(contentsOf: ["\\", scalar])
      case "\n": result.append(contentsOf: ["\\", "n"])
      case "\r": result.append(contentsOf: ["\\", "r"])
      case "\t": result.append(contentsOf: ["\\", "t"])
      default:
        // Control characters could drive a terminal; U+2028 ends lines in old readers.
        let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        if isControl || scalar.value == 0x2028 || scalar.value == 0x2029 {
          let hex = String(scalar.value, radix: 16)
          let digits = String(repeating: "0", count: 4 - hex.count) + hex
          result.append(contentsOf: ("\\u" + digits).unicodeScalars)
        } else {
          result.append(scalar)
        }
      }
    }
    return String(result)
  }

  /// A string with its quotes.
  static func quoted(_ text: String, quote: Unicode.Scalar = "\"") -> String {
    String(quote) + escaped(text, quote: quote) + String(quote)
  }

  /// A JSON5 number as JSON writes it: digits keep their spelling, hexadecimal ones become decimal,
  /// and what JSON lacks becomes a string.
  static func number(_ text: String) -> String {
    var digits = text[...]
    let isNegative = digits.hasPrefix("-")
    if isNegative || digits.hasPrefix("+") { digits.removeFirst() }
    let sign = isNegative ? "-" : ""
    if digits.hasPrefix("I") || digits.hasPrefix("N") { return "\"\(sign)\(digits)\"" }
    if digits.hasPrefix("0x") || digits.hasPrefix("0X") {
      return decimal(digits.dropFirst(2), 16).map { sign + $0 } ?? "\"\(sign)\(digits)\""
    }
    // YAML has octal numbers, leading zeros, and its own words for what is no number.
    if digits.hasPrefix("0o") {
      return decimal(digits.dropFirst(2), 8).map { sign + $0 } ?? "\"\(sign)\(digits)\""
    }
    if digits.first == ".", digits.dropFirst().first?.isNumber == false {
      return "\"\(sign)\(digits)\""
    }
    while digits.first == "0", digits.dropFirst().first?.isNumber == true { digits.removeFirst() }
    if digits.hasPrefix(".") { digits = "0" + digits }
    guard let point = digits.firstIndex(of: ".") else { return sign + digits }
    let after = digits[digits.index(after: point)...]
    if after.first?.isNumber == true { return sign + digits }
    return sign + digits[..<point] + after
  }

  /// Digits of another base in decimal, exactly; nil for absurd lengths.
  private static func decimal(_ hex: Substring, _ base: Int) -> String? {
    guard hex.utf8.count <= 256 else { return nil }
    var result: [Int] = [0]
    for character in hex {
      guard var carry = character.hexDigitValue else { return nil }
      for index in result.indices {
        let value = result[index] * base + carry
        result[index] = value % 10
        carry = value / 10
      }
      while carry > 0 {
        result.append(carry % 10)
        carry /= 10
      }
    }
    return result.reversed().map { String($0) }.joined()
  }
}
