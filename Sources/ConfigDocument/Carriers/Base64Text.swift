/// A text in base64 (RFC 4648), with the lines that it is broken into.
struct Base64Text {
  /// What it decodes to.
  private(set) var bytes: [UInt8] = []
  /// For each group of three decoded bytes, where its four characters begin.
  private var groups: [Int] = []
  /// Characters in a line; nil for one line.
  private var width: Int?
  private var newline: [UInt8] = []
  private var hasLastNewline = false
  private let encodedCount: Int

  /// Decodes a text.
  ///
  /// - Returns: nil when it is no base64 with padding, or its lines are not all equally long.
  init?(_ encoded: [UInt8]) {
    encodedCount = encoded.count
    var values: [UInt8] = []
    var places: [Int] = []
    var lineLengths: [Int] = []
    var line = 0
    var padding = 0
    for (place, byte) in encoded.enumerated() {
      if byte == 0x0A || byte == 0x0D {
        if newline.isEmpty {
          newline = [byte]
        } else if newline == [0x0D], byte == 0x0A {
          newline.append(byte)
        }
        if line > 0 { lineLengths.append(line) }
        line = 0
        continue
      }
      line += 1
      if byte == UInt8(ascii: "=") {
        padding += 1
        continue
      }
      guard padding == 0, let value = Self.value(byte) else { return nil }
      if values.count % 4 == 0 { places.append(place) }
      values.append(value)
    }
    hasLastNewline = line == 0 && !lineLengths.isEmpty
    if line > 0 { lineLengths.append(line) }
    guard !values.isEmpty, padding <= 2, (values.count + padding) % 4 == 0,
      let first = lineLengths.first, lineLengths.dropLast().allSatisfy({ $0 == first }),
      lineLengths.last.map({ $0 <= first }) ?? true
    else { return nil }
    width = lineLengths.count > 1 ? first : nil
    groups = places
    for start in stride(from: 0, to: values.count, by: 4) {
      let group = values[start..<min(start + 4, values.count)]
      let bits = group.reduce(UInt32(0)) { $0 << 6 | UInt32($1) } << (6 * UInt32(4 - group.count))
      let decoded = [UInt8(bits >> 16 & 0xFF), UInt8(bits >> 8 & 0xFF), UInt8(bits & 0xFF)]
      bytes += decoded.prefix(group.count - 1)
    }
    // Only what encodes to the same characters can be written back.
    guard encode(bytes) == encoded else { return nil }
  }

  /// Where the characters begin that a decoded byte comes from.
  func place(of offset: Int) -> Int {
    offset < bytes.count && offset / 3 < groups.count ? groups[offset / 3] : encodedCount
  }

  /// Another text in the same manner: on one line, or in lines of the same length.
  func encode(_ content: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var inLine = 0
    func character(_ bits: UInt32, _ shift: UInt32) -> UInt8 {
      Self.alphabet[Int(bits >> shift & 63)]
    }
    for start in stride(from: 0, to: content.count, by: 3) {
      let group = content[start..<min(start + 3, content.count)]
      let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - group.count))
      var characters = [18, 12, 6, 0].map { character(bits, $0) }
      for missing in 0..<(3 - group.count) { characters[3 - missing] = UInt8(ascii: "=") }
      for byte in characters {
        if let width, inLine == width {
          result += newline
          inLine = 0
        }
        result.append(byte)
        inLine += 1
      }
    }
    return hasLastNewline ? result + newline : result
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static func value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte - 0x41
    case 0x61...0x7A: byte - 0x61 + 26
    case 0x30...0x39: byte - 0x30 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
