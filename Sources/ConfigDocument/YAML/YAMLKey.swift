/// Keys as they are spelled: plain or quoted.
///
/// What is neither (`[a, b]`, `*alias`) reads as its text: no config has such a key, and no edit
/// touches one.
enum YAMLKey {
  /// The content of a key.
  static func decode(_ key: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    guard isSimple(key) else { return String(decoding: key, as: UTF8.self) }
    let style: YAMLStyle =
      key.first == UInt8(ascii: "\"")
      ? .doubleQuoted : key.first == UInt8(ascii: "'") ? .singleQuoted : .plain
    let text = ScalarReader.read(
      key.startIndex..<key.endIndex, style: style, column: -1, in: key.base)
    return String(decoding: text.bytes, as: UTF8.self)
  }

  /// The content of a key.
  static func decode(_ key: Piece) -> String {
    guard key.contains(where: { $0 < 0x30 || $0 >= 0x7F || $0 == 0x5C }) else {
      return String(decoding: key, as: UTF8.self)
    }
    return key.withUnsafeBufferPointer { decode($0[...]) }
  }

  private static func isSimple(_ key: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    switch key.first {
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: ">"),
      UInt8(ascii: "*"):
      false
    default: true
    }
  }
}
