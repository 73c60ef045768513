/// References to environment variables in strings: `${NAME}` is replaced before a config is
/// validated, `$${NAME}` stands for the text itself.
enum VariableReference {
  /// Whether a string holds a reference, so that its content is not known here.
  static func occurs(in text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return false }
    let bytes = Array(text.utf8)
    var position = 0
    while position + 1 < bytes.count {
      guard bytes[position] == UInt8(ascii: "$") else {
        position += 1
        continue
      }
      if bytes[position + 1] == UInt8(ascii: "$"), let end = end(bytes, at: position + 1) {
        position = end
      } else if end(bytes, at: position) != nil {
        return true
      } else {
        position += 1
      }
    }
    return false
  }

  /// Where the reference that begins here ends; nil when none does.
  private static func end(_ bytes: [UInt8], at start: Int) -> Int? {
    guard start + 3 < bytes.count, bytes[start + 1] == UInt8(ascii: "{"),
      isWordByte(bytes[start + 2]), bytes[start + 2] > 0x39
    else { return nil }
    var position = start + 3
    while position < bytes.count, isWordByte(bytes[position]) { position += 1 }
    return position < bytes.count && bytes[position] == UInt8(ascii: "}") ? position + 1 : nil
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte &- 0x41 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_")
  }
}
