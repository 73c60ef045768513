/// The ways in which texts spell one byte with several: `%2F`, `\/`, `\u002f`, `\x2f`, `\n`.
enum Escapes {
  /// How often a percent sign may be escaped.
  static let depths = 1...3

  /// The end of an escape at a position that spells a byte.
  ///
  /// A text inside of a text escapes the escape: any number of backslashes, and `%252F`.
  ///
  /// - Parameters:
  ///   - byte: what is to be spelled.
  ///   - text: where it may be.
  ///   - start: where the escape begins.
  ///   - depth: how often a percent sign is escaped: 1 for `%2F`, 2 for `%252F`.
  /// - Returns: nil where none begins, or one that spells another byte.
  static func end(of byte: UInt8, in text: TextBytes, at start: Int, depth: Int) -> Int? {
    if text[start] == UInt8(ascii: "%") {
      var position = start + 1
      for _ in 1..<depth {
        guard text.has("25", at: position) else { return nil }
        position += 2
      }
      return hexadecimal(text, position, 2) == Int(byte) ? position + 2 : nil
    }
    guard text[start] == UInt8(ascii: "\\") else { return nil }
    let position = text.end(from: start) { $0 == UInt8(ascii: "\\") }
    guard position < text.count else { return nil }
    switch text[position] {
    case UInt8(ascii: "u"):
      return hexadecimal(text, position + 1, 4) == Int(byte) && byte < 128 ? position + 5 : nil
    case UInt8(ascii: "x"):
      return hexadecimal(text, position + 1, 2) == Int(byte) ? position + 3 : nil
    case let mark:
      let meaning: UInt8 =
        switch mark {
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        default: mark
        }
      return meaning == byte && (mark != meaning || !mark.isAlphanumeric) ? position + 1 : nil
    }
  }

  /// How many of the backslashes at a position spell some of a secret: as many, or twice as many
  /// for each text that the secret stands inside of.
  static func backslashes(_ count: Int, in text: TextBytes, at start: Int) -> Int? {
    let found = text.end(from: start) { $0 == UInt8(ascii: "\\") } - start
    guard found >= count else { return nil }
    var taken = count
    while taken * 2 <= found { taken *= 2 }
    return taken
  }

  /// The first two bytes of the escapes that spell a byte.
  static func beginnings(of byte: UInt8) -> [(UInt8, UInt8)] {
    let slash = UInt8(ascii: "\\")
    let digit = Array("0123456789ABCDEF".utf8)[Int(byte >> 4)]
    let percent = UInt8(ascii: "%")
    return [
      (percent, digit), (percent, digit | 0x20), (percent, UInt8(ascii: "2")),
      (slash, UInt8(ascii: "u")), (slash, UInt8(ascii: "x")), (slash, slash), (slash, byte),
    ]
  }

  private static func hexadecimal(_ text: TextBytes, _ start: Int, _ count: Int) -> Int? {
    guard start + count <= text.count else { return nil }
    var value = 0
    for byte in text[start..<start + count] {
      guard byte.isHex else { return nil }
      value = value << 4 | Int(byte.isDigit ? byte & 15 : (byte & 15) + 9)
    }
    return value
  }
}
