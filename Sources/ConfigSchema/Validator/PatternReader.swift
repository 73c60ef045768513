/// Reads the parts of a regular expression.
struct PatternReader {
  private let text: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
  }

  var isAtEnd: Bool { position >= text.count }
  var isLast: Bool { position == text.count - 1 }

  mutating func take(_ byte: UInt8) -> Bool {
    guard !isAtEnd, text[position] == byte else { return false }
    position += 1
    return true
  }

  /// A literal, an escape, a dot or a class in brackets; nil for anything else.
  mutating func byteClass() -> ByteClass? {
    guard !isAtEnd else { return nil }
    let byte = text[position]
    position += 1
    switch byte {
    case UInt8(ascii: "."):
      var all = ByteClass(0...255)
      all.remove(0x0A)
      all.remove(0x0D)
      return all
    case UInt8(ascii: "["): return brackets()
    case UInt8(ascii: "\\"): return escape()
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"), UInt8(ascii: "^"),
      UInt8(ascii: "$"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"),
      UInt8(ascii: "{"), 0x80...:
      return nil
    default: return ByteClass(byte...byte)
    }
  }

  private mutating func escape() -> ByteClass? {
    guard !isAtEnd else { return nil }
    let byte = text[position]
    position += 1
    if byte == UInt8(ascii: "d") { return ByteClass(0x30...0x39) }
    let isLetter = (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
    return isLetter ? nil : ByteClass(byte...byte)
  }

  private mutating func brackets() -> ByteClass? {
    var result = ByteClass()
    if !isAtEnd, text[position] == UInt8(ascii: "^") { return nil }
    while !isAtEnd, text[position] != UInt8(ascii: "]") {
      let byte = text[position]
      position += 1
      if byte == UInt8(ascii: "\\") {
        guard let escaped = escape() else { return nil }
        result.formUnion(escaped)
      } else if position + 1 < text.count, text[position] == UInt8(ascii: "-"),
        text[position + 1] != UInt8(ascii: "]")
      {
        guard byte <= text[position + 1] else { return nil }
        result.formUnion(ByteClass(byte...text[position + 1]))
        position += 2
      } else {
        result.insert(byte)
      }
    }
    return take(UInt8(ascii: "]")) ? result : nil
  }

  /// How often the part before may stand here; nil when the count is malformed.
  mutating func counts() -> ClosedRange<Int>? {
    if take(UInt8(ascii: "?")) { return 0...1 }
    if take(UInt8(ascii: "*")) { return 0...Int.max }
    if take(UInt8(ascii: "+")) { return 1...Int.max }
    guard take(UInt8(ascii: "{")) else { return 1...1 }
    guard let least = number() else { return nil }
    if take(UInt8(ascii: "}")) { return least...least }
    guard take(UInt8(ascii: ",")) else { return nil }
    if take(UInt8(ascii: "}")) { return least...Int.max }
    guard let most = number(), most >= least, take(UInt8(ascii: "}")) else { return nil }
    return least...most
  }

  private mutating func number() -> Int? {
    var value = 0
    let start = position
    while !isAtEnd, text[position] &- 0x30 < 10, position - start < 5 {
      value = value * 10 + Int(text[position] - 0x30)
      position += 1
    }
    return position > start ? value : nil
  }
}
