/// Numbers as strict JSON spells them.
package enum StrictNumber {
  /// The spelling of a JSON5 number that strict JSON has too.
  ///
  /// - Parameter text: a number as JSON5 has it.
  /// - Returns: the same digits where they can stay, hexadecimal ones in decimal; nil for `Infinity`
  ///   and `NaN`, which strict JSON lacks, and for absurdly long ones.
  package static func spelling(of text: String) -> String? {
    var digits = text[...]
    let isNegative = digits.hasPrefix("-")
    if isNegative || digits.hasPrefix("+") { digits.removeFirst() }
    let sign = isNegative ? "-" : ""
    guard let first = digits.utf8.first, first != UInt8(ascii: "I"), first != UInt8(ascii: "N")
    else { return nil }
    if digits.hasPrefix("0x") || digits.hasPrefix("0X") {
      return decimal(digits.dropFirst(2)).map { sign + $0 }
    }
    if first == UInt8(ascii: ".") { digits = "0" + digits }
    if let point = digits.utf8.firstIndex(of: UInt8(ascii: ".")) {
      let after = digits[digits.index(after: point)...]
      let hasFraction = after.utf8.first.map { $0 &- 0x30 < 10 } ?? false
      if !hasFraction { return sign + digits[..<point] + after }
    }
    return sign + digits
  }

  /// Whether two spellings stand for the same number, compared digit by digit where a reader of
  /// numbers would round.
  ///
  /// - Parameters:
  ///   - first: a number as JSON5 has it.
  ///   - second: another one.
  /// - Returns: false also for numbers that are too long to be compared and spelled differently.
  package static func isSame(_ first: String, _ second: String) -> Bool {
    if first == second { return true }
    guard let one = spelling(of: first), let other = spelling(of: second) else {
      return first.drop { $0 == "+" } == second.drop { $0 == "+" }
    }
    if one == other { return true }
    // Beyond 2^53 different integers read as the same number.
    guard let left = Double(one), let right = Double(other), left == right else { return false }
    return left.magnitude < 9_007_199_254_740_992
  }

  /// Hexadecimal digits in decimal; nil for absurd lengths.
  private static func decimal(_ hex: Substring) -> String? {
    guard hex.utf8.count <= 256 else { return nil }
    var digits: [UInt8] = [0]
    for byte in hex.utf8 {
      var carry = Int(JSON5Text.hexValue(byte))
      for place in digits.indices {
        carry += Int(digits[place]) * 16
        digits[place] = UInt8(carry % 10)
        carry /= 10
      }
      while carry > 0 {
        digits.append(UInt8(carry % 10))
        carry /= 10
      }
    }
    return String(decoding: digits.reversed().map { $0 + 0x30 }, as: UTF8.self)
  }
}
