/// Splits a value of a unit file into words as systemd does.
///
/// Single and double quotes may stand anywhere in a word and hold spaces together; a backslash
/// begins an escape in and outside of them. A quote that is not closed or an escape that does not
/// exist ends the words: systemd ignores the rest of such a line.
struct SystemdWords {
  private let text: ArraySlice<UInt8>
  private var position: Int

  init(_ text: ArraySlice<UInt8>) {
    self.text = text
    position = text.startIndex
  }

  /// The next word without quotes and escapes, and where it begins in the text.
  mutating func next() -> (word: [UInt8], start: Int)? {
    while position < text.endIndex, SystemdLines.isSpace(text[position]) { position += 1 }
    guard position < text.endIndex else { return nil }
    let start = position
    var word: [UInt8] = []
    var quote: UInt8?
    while position < text.endIndex {
      let byte = text[position]
      if byte == UInt8(ascii: "\\") {
        guard let escape = escape() else { return stop() }
        word += escape
        continue
      }
      position += 1
      if byte == quote {
        quote = nil
      } else if quote == nil && (byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")) {
        quote = byte
      } else if quote == nil && SystemdLines.isSpace(byte) {
        return (word, start)
      } else {
        word.append(byte)
      }
    }
    return quote == nil ? (word, start) : stop()
  }

  private mutating func stop() -> (word: [UInt8], start: Int)? {
    position = text.endIndex
    return nil
  }

  /// Reads the escape at the position; nil when it is none.
  private mutating func escape() -> [UInt8]? {
    position += 1
    guard position < text.endIndex else { return nil }
    let letter = text[position]
    if (0x30...0x37).contains(letter) { return number(digits: 3, radix: 8, isByte: true) }
    position += 1
    switch letter {
    case UInt8(ascii: "a"): return [0x07]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "v"): return [0x0B]
    case UInt8(ascii: "s"): return [0x20]
    case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"): return [letter]
    case UInt8(ascii: "x"): return number(digits: 2, radix: 16, isByte: true)
    case UInt8(ascii: "u"): return number(digits: 4, radix: 16, isByte: false)
    case UInt8(ascii: "U"): return number(digits: 8, radix: 16, isByte: false)
    default: return nil
    }
  }

  /// A byte or a character by its number; NUL is none.
  private mutating func number(digits: Int, radix: UInt32, isByte: Bool) -> [UInt8]? {
    guard position + digits <= text.endIndex else { return nil }
    var value: UInt32 = 0
    for byte in text[position..<position + digits] {
      guard let digit = Self.digit(byte), digit < radix else { return nil }
      value = value &* radix &+ digit
    }
    position += digits
    if isByte { return (1...255).contains(value) ? [UInt8(value)] : nil }
    guard value > 0, let scalar = Unicode.Scalar(value) else { return nil }
    return Array(String(Character(scalar)).utf8)
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }
}
