/// Durations and sizes that a config has as text.
enum Quantity {
  /// Whether a text is a duration: numbers with ms, s, m, h or d behind them, or one number alone.
  static func isDuration(_ text: String) -> Bool {
    isQuantity(text, units: ["ms", "s", "m", "h", "d"], mayRepeat: true)
  }

  /// Whether a text is a size: a number with b, kb, mb, gb or tb behind it, or a number alone.
  static func isSize(_ text: String) -> Bool {
    isQuantity(text, units: ["b", "k", "kb", "m", "mb", "g", "gb", "t", "tb"], mayRepeat: false)
  }

  private static func isQuantity(_ text: String, units: [String], mayRepeat: Bool) -> Bool {
    var rest = TextForm.trimmed(text).lowercased()[...]
    var count = 0
    while !rest.isEmpty {
      let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      guard let value = Double(String(number)), value.isFinite, number.first != "." else {
        return false
      }
      rest = rest.dropFirst(number.count).drop { $0 == " " }
      let unit = rest.prefix { $0.isASCII && $0.isLetter }
      // Only a number that is all there is needs no unit.
      let isBare = unit.isEmpty && count == 0 && rest.isEmpty
      guard isBare || units.contains(String(unit)) else { return false }
      rest = rest.dropFirst(unit.count)
      count += 1
      if count > 1, !mayRepeat { return false }
    }
    return count > 0
  }
}
