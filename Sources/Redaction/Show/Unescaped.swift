/// A text with its escapes undone, and where each byte of it came from: a secret that a URL or a
/// JSON text spells in its own way is found in it like any other.
struct Unescaped {
  private(set) var bytes: [UInt8] = []
  /// For each byte the place in the original text, and at the end its length.
  private var origins: [Int] = []

  /// Undoes `%XX` and the escapes of JSON5 once.
  ///
  /// Makes none when there is nothing to undo.
  ///
  /// - Parameter text: any text.
  init?(_ text: [UInt8]) {
    guard text.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "\\") }) else {
      return nil
    }
    bytes.reserveCapacity(text.count)
    origins.reserveCapacity(text.count + 1)
    var position = 0
    while position < text.count {
      let length = take(text, position)
      if length == 0 {
        append([text[position]], position)
        position += 1
      } else {
        position += length
      }
    }
    origins.append(text.count)
    guard bytes.count < text.count else { return nil }
  }

  /// Where a part stands in the original text.
  func origin(_ range: Range<Int>) -> Range<Int> {
    origins[range.lowerBound]..<origins[range.upperBound]
  }

  private mutating func append(_ new: some Sequence<UInt8>, _ origin: Int) {
    for byte in new {
      bytes.append(byte)
      origins.append(origin)
    }
  }

  /// Takes an escape.
  ///
  /// - Returns: its length; 0 when none begins here.
  private mutating func take(_ text: [UInt8], _ start: Int) -> Int {
    if text[start] == UInt8(ascii: "%") {
      guard let value = Self.hexadecimal(text, start + 1, 2) else { return 0 }
      append([UInt8(truncatingIfNeeded: value)], start)
      return 3
    }
    guard text[start] == UInt8(ascii: "\\"), start + 1 < text.count else { return 0 }
    switch text[start + 1] {
    case UInt8(ascii: "u"):
      guard let (scalar, length) = Self.scalar(text, start) else { return 0 }
      append(UTF8.encode(scalar) ?? UTF8.EncodedScalar(), start)
      return length
    case UInt8(ascii: "x"):
      guard let value = Self.hexadecimal(text, start + 2, 2), let scalar = Unicode.Scalar(value)
      else { return 0 }
      append(UTF8.encode(scalar) ?? UTF8.EncodedScalar(), start)
      return 4
    case UInt8(ascii: "\r"):
      return start + 2 < text.count && text[start + 2] == UInt8(ascii: "\n") ? 3 : 2
    case UInt8(ascii: "\n"): return 2
    case let letter:
      let index = Self.letters.firstIndex(of: letter)
      append([index.map { Self.meanings[$0] } ?? letter], start)
      return 2
    }
  }

  private static let letters = Array("nrtbfv0".utf8)
  private static let meanings: [UInt8] = [10, 13, 9, 8, 12, 11, 0]

  /// `\uXXXX`, or two of them for a character beyond the first plane.
  private static func scalar(_ text: [UInt8], _ start: Int) -> (Unicode.Scalar, Int)? {
    guard let first = hexadecimal(text, start + 2, 4) else { return nil }
    if let scalar = Unicode.Scalar(first) { return (scalar, 6) }
    guard start + 7 < text.count, text[start + 6] == UInt8(ascii: "\\"),
      text[start + 7] == UInt8(ascii: "u"), let second = hexadecimal(text, start + 8, 4),
      (0xD800..<0xDC00).contains(first), (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { return nil }
    return (scalar, 12)
  }

  private static func hexadecimal(_ text: [UInt8], _ start: Int, _ count: Int) -> UInt32? {
    guard start + count <= text.count else { return nil }
    var value: UInt32 = 0
    for byte in text[start..<start + count] {
      guard byte.isHex else { return nil }
      value = value << 4 | UInt32(byte.isDigit ? byte - 0x30 : byte.lowered - 0x57)
    }
    return value
  }
}
