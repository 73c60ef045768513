/// Writes characters that cannot be seen, or that change the order in which others are seen, as
/// escapes.
enum VisibleText {
  /// Appends a text with `\u{…}` in the place of such characters; what is no UTF-8 stays.
  static func append(_ text: TextBytes, to output: inout [UInt8]) {
    var start = 0
    var position = 0
    while position < text.count {
      let byte = text[position]
      if byte >= 0x20, byte < 0x7F {
        position += 1
        continue
      }
      let (scalar, length) = scalar(text, position)
      if let scalar, isInvisible(scalar) {
        output.append(contentsOf: text[start..<position])
        output.append(contentsOf: "\\u{\(String(scalar, radix: 16))}".utf8)
        start = position + length
      }
      position += length
    }
    output.append(contentsOf: text[start..<text.count])
  }

  /// Where a text may be cut before a position without cutting a character in two.
  static func boundary(_ text: TextBytes, before position: Int) -> Int {
    var place = position
    while place > 0, place > position - 4, place < text.count, text[place] & 0xC0 == 0x80 {
      place -= 1
    }
    return place < text.count && text[place] & 0xC0 == 0x80 ? position : place
  }

  /// The character that begins here, nil when there is none, and how many bytes to go on.
  private static func scalar(_ text: TextBytes, _ start: Int) -> (UInt32?, Int) {
    let first = text[start]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first < 0xF5, start + length <= text.count else { return (nil, 1) }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for byte in text[start + 1..<start + length] {
      guard byte & 0xC0 == 0x80 else { return (nil, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (value, length)
  }

  private static func isInvisible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5: true
    case 0x180B...0x180F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: true
    case 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB: true
    case 0x1D173...0x1D17A, 0xE0000...0xE0FFF: true
    default: false
    }
  }
}
