/// Reads the marks of an XML text one after the other, as far as property lists need them.
///
/// No entities but the five of XML and character numbers, no declarations inside of the document
/// type: what an attacker could make grow is refused.
struct XMLScanner {
  /// A mark.
  enum Event: Equatable {
    /// `<name>`, or `<name/>`.
    case open([UInt8], isEmpty: Bool)
    /// `</name>`.
    case close([UInt8])
    /// Text between marks, with its entities read.
    case text([UInt8])
    /// Nothing is left.
    case end
    /// The text is no XML that a property list may be.
    case malformed
  }

  private let bytes: [UInt8]
  private var position: Int
  private var counted = 0
  private var lineThere = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The line at which the next mark begins, from 1.
  mutating func line() -> Int {
    while counted < position {
      let isFirstOfPair =
        bytes[counted] == 0x0D && counted + 1 < bytes.count && bytes[counted + 1] == 0x0A
      if (bytes[counted] == 0x0A || bytes[counted] == 0x0D) && !isFirstOfPair { lineThere += 1 }
      counted += 1
    }
    return lineThere
  }

  /// The next mark.
  mutating func next() -> Event {
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else { return text() }
      if has("<!--") {
        guard skip("-->", from: position + 4) else { return .malformed }
      } else if has("<![CDATA[") {
        let start = position + 9
        guard skip("]]>", from: start) else { return .malformed }
        return .text(Array(bytes[start..<position - 3]))
      } else if has("<?") {
        guard skip("?>", from: position + 2) else { return .malformed }
      } else if has("<!") {
        guard skipDocumentType() else { return .malformed }
      } else {
        return tag()
      }
    }
    return .end
  }

  private mutating func tag() -> Event {
    let isClosing = has("</")
    let start = position + (isClosing ? 2 : 1)
    var end = start
    while end < bytes.count, !Self.isSpace(bytes[end]), !"/><".utf8.contains(bytes[end]) {
      end += 1
    }
    let name = Array(bytes[start..<end])
    var quote: UInt8?
    var last: UInt8 = 0
    while end < bytes.count, quote != nil || bytes[end] != UInt8(ascii: ">") {
      let byte = bytes[end]
      if byte == quote {
        quote = nil
      } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "<") {
        return .malformed
      }
      last = byte
      end += 1
    }
    guard end < bytes.count, !name.isEmpty else { return .malformed }
    position = end + 1
    if isClosing { return .close(name) }
    return .open(name, isEmpty: last == UInt8(ascii: "/"))
  }

  private mutating func text() -> Event {
    var output: [UInt8] = []
    while position < bytes.count, bytes[position] != UInt8(ascii: "<") {
      if bytes[position] == UInt8(ascii: "&") {
        guard let character = entity() else { return .malformed }
        output += character
      } else {
        output.append(bytes[position])
        position += 1
      }
    }
    return .text(output)
  }

  /// Reads the entity at the position; nil when it is none of those that are known.
  private mutating func entity() -> [UInt8]? {
    // The longest is `&#x0010FFFF;`, with some room for zeros.
    let limit = min(bytes.count, position + 24)
    guard let end = bytes[position..<limit].firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
    position = end + 1
    switch name {
    case "amp": return [UInt8(ascii: "&")]
    case "lt": return [UInt8(ascii: "<")]
    case "gt": return [UInt8(ascii: ">")]
    case "quot": return [UInt8(ascii: "\"")]
    case "apos": return [UInt8(ascii: "'")]
    default: break
    }
    let isHex = name.hasPrefix("#x")
    let digits = name.dropFirst(isHex ? 2 : 1)
    guard name.hasPrefix("#"), digits.utf8.first != UInt8(ascii: "+"),
      let number = UInt32(digits, radix: isHex ? 16 : 10), number > 0,
      let scalar = Unicode.Scalar(number)
    else { return nil }
    return Array(String(Character(scalar)).utf8)
  }

  /// Skips `<!DOCTYPE …>`; false when it declares something itself.
  private mutating func skipDocumentType() -> Bool {
    guard has("<!DOCTYPE") else { return false }
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
      if bytes[position] == UInt8(ascii: "[") { return false }
      position += 1
    }
    position += 1
    return position <= bytes.count
  }

  private mutating func skip(_ word: StaticString, from start: Int) -> Bool {
    position = start
    while position < bytes.count {
      if has(word) {
        position += word.utf8CodeUnitCount
        return true
      }
      position += 1
    }
    return false
  }

  private func has(_ word: StaticString) -> Bool {
    let end = position + word.utf8CodeUnitCount
    guard end <= bytes.count else { return false }
    return word.withUTF8Buffer { bytes[position..<end].elementsEqual($0) }
  }

  /// Whether XML takes a byte for white space.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
