/// Finds the assignments of a `.env` file one after the other.
///
/// The rules are those of the dotenv library of Node, with its corners: white space around the sign
/// may hold line ends, a quote with a backslash before it closes a value only when no other does,
/// and a quoted value with something but a comment behind it is a bare one.
struct DotEnvScanner {
  private let bytes: [UInt8]
  private var position = 0
  /// How far lines are counted, and the line there.
  private var counted = 0
  private var line = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next assignment; nil at the end.
  mutating func next() -> DotEnvDocument.Entry? {
    while true {
      position = skippingSpace(position)
      guard position < bytes.count else { return nil }
      if let entry = exported(at: position) ?? assignment(at: position, isExported: false) {
        position = endOfLine(entry.valueRange.upperBound + (entry.quote == nil ? 0 : 1))
        return entry
      }
      position = endOfLine(position)
    }
  }

  /// An assignment behind the word `export`.
  private mutating func exported(at start: Int) -> DotEnvDocument.Entry? {
    let end = start + 6
    guard end < bytes.count, bytes[start..<end].elementsEqual("export".utf8), space(end) > 0
    else { return nil }
    return assignment(at: skippingSpace(end), isExported: true)
  }

  private mutating func assignment(at start: Int, isExported: Bool) -> DotEnvDocument.Entry? {
    var end = start
    while end < bytes.count, Self.isName(bytes[end]) { end += 1 }
    guard end > start else { return nil }
    let sign = skippingSpace(end)
    let behind: Int
    if sign < bytes.count, bytes[sign] == UInt8(ascii: "=") {
      behind = sign + 1
    } else if end < bytes.count, bytes[end] == UInt8(ascii: ":"), space(end + 1) > 0 {
      behind = end + 1 + space(end + 1)
    } else {
      return nil
    }
    let (range, quote, isExpanded) = value(from: behind)
    return DotEnvDocument.Entry(
      name: String(decoding: bytes[start..<end], as: UTF8.self),
      value: decoded(range, isExpanded: isExpanded), nameRange: start..<end, valueRange: range,
      line: lineNumber(at: start), isExported: isExported, quote: quote)
  }

  /// The value whose text begins at or behind a position, and whether escapes in it count.
  private func value(from start: Int) -> (Range<Int>, quote: UInt8?, isExpanded: Bool) {
    let first = skippingSpace(start)
    if first < bytes.count, Self.isQuote(bytes[first]), let end = closingQuote(of: first) {
      return (first + 1..<end, bytes[first], bytes[first] == UInt8(ascii: "\""))
    }
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "#"), !Self.isLineEnd(bytes[end]) {
      end += 1
    }
    var low = start
    while low < end, space(low) > 0 { low += space(low) }
    while end > low, let length = spaceBefore(end) { end -= length }
    guard low < end else { return (start..<start, nil, false) }
    let isExpanded = bytes[low] == UInt8(ascii: "\"")
    guard Self.isQuote(bytes[low]), end - low >= 2, bytes[end - 1] == bytes[low] else {
      return (low..<end, nil, isExpanded)
    }
    return (low + 1..<end - 1, bytes[low], isExpanded)
  }

  /// The quote that closes the one at a position: the first without a backslash before it, else the
  /// last with one; behind it only a comment may stand.
  private func closingQuote(of opening: Int) -> Int? {
    var candidate: Int?
    var place = opening + 1
    while place < bytes.count {
      if bytes[place] == bytes[opening] {
        let isAtEnd = endsLine(place + 1)
        guard bytes[place - 1] == UInt8(ascii: "\\") else { return isAtEnd ? place : candidate }
        if isAtEnd { candidate = place }
      }
      place += 1
    }
    return candidate
  }

  /// Whether nothing but white space and a comment stands between a position and a line end.
  private func endsLine(_ start: Int) -> Bool {
    var place = start
    while place < bytes.count {
      if terminator(place) > 0 || bytes[place] == UInt8(ascii: "#") { return true }
      let length = space(place)
      guard length > 0 else { return false }
      place += length
    }
    return true
  }

  /// What a program gets for the bytes of a value: line ends are `\n`, and where escapes count,
  /// `\n` and `\r` are what they say.
  private func decoded(_ range: Range<Int>, isExpanded: Bool) -> String {
    let text = bytes[range]
    let needsWork =
      text.contains(0x0D) || (isExpanded && text.contains(UInt8(ascii: "\\")))
    guard needsWork else { return String(decoding: text, as: UTF8.self) }
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var place = range.lowerBound
    while place < range.upperBound {
      let following = place + 1 < range.upperBound ? bytes[place + 1] : 0
      switch (bytes[place], following) {
      case (0x0D, 0x0A):
        output.append(0x0A)
        place += 1
      case (0x0D, _): output.append(0x0A)
      case (UInt8(ascii: "\\"), UInt8(ascii: "n")) where isExpanded:
        output.append(0x0A)
        place += 1
      case (UInt8(ascii: "\\"), UInt8(ascii: "r")) where isExpanded:
        output.append(0x0D)
        place += 1
      default: output.append(bytes[place])
      }
      place += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  // MARK: - Lines and white space

  /// The number of the line that holds a position; positions come in order.
  private mutating func lineNumber(at position: Int) -> Int {
    while counted < position {
      let isFirstOfPair =
        bytes[counted] == 0x0D && counted + 1 < bytes.count && bytes[counted + 1] == 0x0A
      if Self.isLineEnd(bytes[counted]) && !isFirstOfPair { line += 1 }
      counted += 1
    }
    return line
  }

  private func endOfLine(_ start: Int) -> Int {
    var place = start
    while place < bytes.count, terminator(place) == 0 { place += 1 }
    return place
  }

  private func skippingSpace(_ start: Int) -> Int {
    var place = start
    while place < bytes.count {
      let length = space(place)
      if length == 0 { break }
      place += length
    }
    return place
  }

  /// The length of the line end at a position; U+2028 and U+2029 end comments and lines that are
  /// no assignments.
  private func terminator(_ place: Int) -> Int {
    switch bytes[place] {
    case 0x0A: return 1
    case 0x0D: return place + 1 < bytes.count && bytes[place + 1] == 0x0A ? 2 : 1
    case 0xE2 where place + 2 < bytes.count && bytes[place + 1] == 0x80:
      return bytes[place + 2] == 0xA8 || bytes[place + 2] == 0xA9 ? 3 : 0
    default: return 0
    }
  }

  /// The length of the white space character at a position, those of Unicode too; 0 when there is
  /// none.
  private func space(_ place: Int) -> Int {
    guard place < bytes.count else { return 0 }
    let byte = bytes[place]
    if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) { return max(terminator(place), 1) }
    guard byte >= 0xC2, place + 1 < bytes.count else { return 0 }
    let second = bytes[place + 1]
    if byte == 0xC2 { return second == 0xA0 ? 2 : 0 }
    guard place + 2 < bytes.count else { return 0 }
    return Self.isWideSpace(byte, second, bytes[place + 2]) ? 3 : 0
  }

  /// The length of the white space character that ends at a position.
  private func spaceBefore(_ end: Int) -> Int? {
    [1, 2, 3].first { end >= $0 && space(end - $0) == $0 }
  }

  /// U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F, U+3000 and the byte order mark.
  private static func isWideSpace(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xE1, 0x9A): third == 0x80
    case (0xE2, 0x80): (0x80...0x8A).contains(third) || [0xA8, 0xA9, 0xAF].contains(third)
    case (0xE2, 0x81): third == 0x9F
    case (0xE3, 0x80): third == 0x80
    case (0xEF, 0xBB): third == 0xBF
    default: false
    }
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`")
  }

  /// Whether a byte may be part of a name.
  static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }
  }
}
