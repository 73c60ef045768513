/// A credential as the matchers look at it: without white space around it, as bytes.
struct CredentialText: Sendable {
  /// UTF-8.
  let bytes: [UInt8]
  /// The same in small letters (ASCII).
  let small: [UInt8]

  init(_ value: String) {
    var scalars = value.unicodeScalars[...]
    while let first = scalars.first, Self.isSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, Self.isSpace(last) { scalars.removeLast() }
    bytes = Array(String(scalars).utf8)
    small = bytes.map(Self.lowered)
  }

  /// Whether the whole value is `${NAME}`, which OpenClaw replaces.
  var isReference: Bool {
    guard bytes.starts(with: "${".utf8), bytes.last == UInt8(ascii: "}") else { return false }
    return Self.isVariable(bytes[2..<bytes.count - 1])
  }

  /// Whether this is a name that OpenClaw replaces in `${NAME}`.
  static func isVariable(_ name: ArraySlice<UInt8>) -> Bool {
    guard let first = name.first, !(0x30...0x39).contains(first) else { return false }
    return name.allSatisfy {
      (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
    }
  }

  /// A byte, a capital as its small letter.
  static func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar == " " || (0x09...0x0D).contains(scalar.value) }
    return scalar.properties.isWhitespace || scalar == "\u{FEFF}"
  }
}
