extension JSON5Text {
  /// The content of a string literal, its quotes included in `literal`.
  static func decodeString(_ literal: ArraySlice<UInt8>) -> String {
    decode(literal.dropFirst().dropLast())
  }

  /// The content of a key, quoted or not.
  static func decodeKey(_ key: ArraySlice<UInt8>) -> String {
    isQuoted(key) ? decodeString(key) : decode(key)
  }

  /// Whether a key reads as this text.
  ///
  /// Keys are compared more often than anything else, so that no string is made where the spelling
  /// is the content.
  static func key(_ key: ArraySlice<UInt8>, equals text: String) -> Bool {
    let content = isQuoted(key) ? key.dropFirst().dropLast() : key
    // An escape is longer than what it stands for.
    let length = text.utf8.count
    if content.count <= length {
      return content.count == length && content.elementsEqual(text.utf8)
    }
    return content.contains(UInt8(ascii: "\\")) && decode(content).utf8.elementsEqual(text.utf8)
  }

  private static func isQuoted(_ key: ArraySlice<UInt8>) -> Bool {
    key.first == UInt8(ascii: "\"") || key.first == UInt8(ascii: "'")
  }

  private static func decode(_ content: ArraySlice<UInt8>) -> String {
    guard content.contains(UInt8(ascii: "\\")) else {
      return String(decoding: content, as: UTF8.self)
    }
    var units: [UInt16] = []
    var plain = content.startIndex
    var position = content.startIndex
    func flush(to end: Int) {
      units.append(contentsOf: String(decoding: content[plain..<end], as: UTF8.self).utf16)
    }
    while position < content.endIndex {
      guard content[position] == UInt8(ascii: "\\"), position + 1 < content.endIndex else {
        position += 1
        continue
      }
      flush(to: position)
      position = decodeEscape(at: position + 1, in: content, into: &units)
      plain = position
    }
    flush(to: content.endIndex)
    return String(decoding: units, as: UTF16.self)
  }

  /// Decodes the escape whose character behind the backslash stands at `position`.
  ///
  /// - Returns: the position behind the escape.
  private static func decodeEscape(
    at position: Int, in content: ArraySlice<UInt8>, into units: inout [UInt16]
  ) -> Int {
    func hex(_ digits: Int) -> UInt16 {
      content[(position + 1)...].prefix(digits).reduce(0) { $0 << 4 | UInt16(hexValue($1)) }
    }
    switch content[position] {
    case UInt8(ascii: "b"): units.append(0x08)
    case UInt8(ascii: "f"): units.append(0x0C)
    case UInt8(ascii: "n"): units.append(0x0A)
    case UInt8(ascii: "r"): units.append(0x0D)
    case UInt8(ascii: "t"): units.append(0x09)
    case UInt8(ascii: "v"): units.append(0x0B)
    case UInt8(ascii: "0"): units.append(0)
    case UInt8(ascii: "x"):
      units.append(hex(2))
      return position + 3
    case UInt8(ascii: "u"):
      units.append(hex(4))
      return position + 5
    case 0x0A: break
    case 0x0D:
      let isPair = position + 1 < content.endIndex && content[position + 1] == 0x0A
      return position + (isPair ? 2 : 1)
    case 0xE2
    where content[position...].starts(with: [0xE2, 0x80, 0xA8])
      || content[position...].starts(with: [0xE2, 0x80, 0xA9]):
      return position + 3
    case 0x80...:
      // The backslash is dropped; the scalar's remaining bytes are plain text again.
      let length = content[position] >= 0xF0 ? 4 : content[position] >= 0xE0 ? 3 : 2
      units.append(
        contentsOf: String(decoding: content[position...].prefix(length), as: UTF8.self).utf16)
      return position + length
    default: units.append(UInt16(content[position]))
    }
    return position + 1
  }
}
