/// A number in the spellings of JSON5 and YAML.
struct NumberSpelling: Equatable {
  private let text: String

  init(_ text: String) {
    self.text = text
  }

  /// The spelling of strict JSON; nil for Infinity and NaN.
  var json: String? {
    guard let parts = Self.parts(text) else { return nil }
    return parts.sign + parts.digits
  }

  /// The spelling of JSON5: as it is where JSON5 has that.
  var json5: String {
    let plain = text.drop { $0 == "+" || $0 == "-" }
    let sign = text.prefix(text.count - plain.count)
    if plain.lowercased() == ".inf" { return sign + "Infinity" }
    if plain.lowercased() == ".nan" { return "NaN" }
    let hasZero = plain.hasPrefix("0") && plain.dropFirst().first?.isNumber == true
    return plain.hasPrefix("0o") || hasZero ? json ?? text : text
  }

  /// The spelling of YAML that all readers take for the number.
  var yaml: String {
    YAMLSpelling.number(text).map { String(decoding: $0, as: UTF8.self) } ?? text
  }

  static func == (left: NumberSpelling, right: NumberSpelling) -> Bool {
    if let one = left.json, let two = right.json { return one == two }
    return left.json5 == right.json5
  }

  /// A sign, and digits as JSON has them.
  private static func parts(_ text: String) -> (sign: String, digits: String)? {
    var rest = text[...]
    let sign = rest.hasPrefix("-") ? "-" : ""
    if rest.hasPrefix("-") || rest.hasPrefix("+") { rest.removeFirst() }
    let lower = rest.lowercased()
    if lower.hasPrefix("i") || lower.hasPrefix("n") || lower == ".inf" || lower == ".nan" {
      return nil
    }
    for (prefix, base) in [("0x", 16), ("0o", 8)] where lower.hasPrefix(prefix) {
      return (sign, decimal(rest.dropFirst(2), base))
    }
    while rest.hasPrefix("0"), rest.dropFirst().first?.isNumber == true { rest.removeFirst() }
    if rest.hasPrefix(".") { rest = "0" + rest }
    guard let point = rest.firstIndex(of: ".") else { return (sign, String(rest)) }
    let behind = rest[rest.index(after: point)...]
    return (sign, String(behind.first?.isNumber == true ? rest : rest[..<point] + behind))
  }

  /// Digits of another base in decimal, exactly.
  private static func decimal(_ digits: Substring, _ base: Int) -> String {
    var result = [0]
    for character in digits.prefix(400) {
      var carry = character.hexDigitValue ?? 0
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
