/// What a scalar is: the core schema of YAML 1.2.2, section 10.3.
enum CoreSchema {
  private static let prefix = "tag:yaml.org,2002:"

  /// Whether a tag is one of those that stand for a kind of value here.
  static func knows(_ tag: String) -> Bool {
    guard tag.hasPrefix(prefix) else { return tag == "!" }
    return ["str", "int", "float", "bool", "null", "map", "seq"]
      .contains(String(tag.dropFirst(prefix.count)))
  }

  /// What a scalar with a tag is; a tag that says nothing here makes it a text.
  static func kind(
    tag: String, _ text: Slice<UnsafeBufferPointer<UInt8>>
  ) -> NodeKind {
    switch tag {
    case "tag:yaml.org,2002:int", "tag:yaml.org,2002:float":
      // `!!int x` is an error to a program that reads it, and no number.
      isNumber(text) ? .number : .string
    case "tag:yaml.org,2002:bool": kind(text) == .boolean ? .boolean : .string
    case "tag:yaml.org,2002:null": .null
    default: .string
    }
  }

  /// What a plain scalar is.
  static func kind(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> NodeKind {
    guard let first = text.first else { return .null }
    switch first {
    case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"):
      return isOne(of: ["~", "null", "Null", "NULL"], text) ? .null : .string
    case UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"):
      return isOne(of: ["true", "True", "TRUE", "false", "False", "FALSE"], text)
        ? .boolean : .string
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      return isNumber(text) ? .number : .string
    default: return .string
    }
  }

  private static func isOne(
    of words: [StaticString], _ text: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    words.contains { word in
      word.utf8CodeUnitCount == text.count
        && text.elementsEqual(
          UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }
  }

  /// Whether a text is an integer or a float.
  static func isNumber(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var rest = text
    if isOne(of: [".nan", ".NaN", ".NAN"], rest) { return true }
    if rest.starts(with: "0o".utf8) {
      return rest.count > 2 && rest.dropFirst(2).allSatisfy { $0 &- 0x30 < 8 }
    }
    if rest.starts(with: "0x".utf8) {
      return rest.count > 2 && rest.dropFirst(2).allSatisfy(JSON5Text.isHexDigit)
    }
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    if isOne(of: [".inf", ".Inf", ".INF"], rest) { return true }
    let whole = rest.prefix(while: JSON5Text.isDigit).count
    rest.removeFirst(whole)
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = rest.prefix(while: JSON5Text.isDigit).count
      rest.removeFirst(fraction)
    }
    guard whole + fraction > 0 else { return false }
    if rest.isEmpty { return true }
    guard rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") else { return false }
    rest.removeFirst()
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    return !rest.isEmpty && rest.allSatisfy(JSON5Text.isDigit)
  }
}
