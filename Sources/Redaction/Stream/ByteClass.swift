/// The classes whose changes tell random characters from words.
enum ByteClass: UInt8 {
  case none
  /// A mark between words: `/`, `_`, `-`.
  case mark
  case lower
  case upper
  case digit
  case plus

  var isAlphanumeric: Bool { self == .lower || self == .upper || self == .digit }

  static func of(_ byte: UInt8) -> ByteClass {
    if byte.isLower { return .lower }
    if byte.isUpper { return .upper }
    if byte.isDigit { return .digit }
    return byte == UInt8(ascii: "+") ? .plus : byte.isOne(of: "/_-") ? .mark : .none
  }
}
