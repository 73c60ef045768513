// What the matchers ask about a byte. Text is looked at as UTF-8: every secret format is ASCII, and
// a byte of another character is simply none of the classes.

extension UInt8 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isLower: Bool { self >= 0x61 && self <= 0x7A }
  var isUpper: Bool { self >= 0x41 && self <= 0x5A }
  var isLetter: Bool { isLower || isUpper }
  var isAlphanumeric: Bool { isLetter || isDigit }
  var isHex: Bool { isDigit || (lowered >= 0x61 && lowered <= 0x66) }
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  var isLineEnd: Bool { self == 0x0A || self == 0x0D }
  var isSpace: Bool { isBlank || isLineEnd }
  var isQuote: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") || self == 0x60 }
  /// Whether it is one of a few characters; a loop over a `String` is slow.
  func isOne(of characters: StaticString) -> Bool {
    var position = 0
    while position < characters.utf8CodeUnitCount {
      if characters.utf8Start[position] == self { return true }
      position += 1
    }
    return false
  }
  var raised: UInt8 { isLower ? self & 0xDF : self }
  var lowered: UInt8 { isUpper ? self | 0x20 : self }
}

/// The bytes of a text while it is searched; positions count from its start.
///
/// A shorter buffer at the same start is the same text with less to look ahead.
typealias TextBytes = UnsafeBufferPointer<UInt8>

extension Array where Element == UInt8 {
  /// The end of the run of bytes that fulfil a condition.
  func end(from start: Int, while accepts: (UInt8) -> Bool) -> Int {
    var position = start
    while position < count, accepts(self[position]) { position += 1 }
    return position
  }

  /// The first place at or behind a position where these bytes stand.
  func first(_ wanted: [UInt8], from start: Int) -> Int? {
    withUnsafeBufferPointer { $0.first(wanted, from: start) }
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// The end of the run of bytes that fulfil a condition.
  func end(from start: Int, while accepts: (UInt8) -> Bool) -> Int {
    var position = start
    while position < count, accepts(self[position]) { position += 1 }
    return position
  }

  /// The start of the run of bytes before a position that fulfil a condition.
  func start(from end: Int, notBefore limit: Int, while accepts: (UInt8) -> Bool) -> Int {
    var position = end
    while position > limit, accepts(self[position - 1]) { position -= 1 }
    return position
  }

  /// The first place at or behind a position where these bytes stand.
  func first(_ wanted: [UInt8], from start: Int) -> Int? {
    guard let head = wanted.first, count >= wanted.count else { return nil }
    var position = start
    while position + wanted.count <= count {
      if self[position] == head, has(wanted, at: position) { return position }
      position += 1
    }
    return nil
  }

  /// Whether these bytes stand at a position.
  func has(_ wanted: [UInt8], at position: Int) -> Bool {
    guard position >= 0, position + wanted.count <= count else { return false }
    var offset = 0
    while offset < wanted.count, self[position + offset] == wanted[offset] { offset += 1 }
    return offset == wanted.count
  }

  /// Whether these ASCII letters stand at a position, in any case.
  func hasLetters(_ lowerCase: StaticString, at position: Int) -> Bool {
    let length = lowerCase.utf8CodeUnitCount
    guard position >= 0, position + length <= count else { return false }
    var offset = 0
    while offset < length, self[position + offset].lowered == lowerCase.utf8Start[offset] {
      offset += 1
    }
    return offset == length
  }

  /// The bytes of a part as a text of their own.
  func part(_ range: Range<Int>) -> TextBytes {
    UnsafeBufferPointer(rebasing: self[range])
  }

  /// Whether these bytes are a word of ours.
  func equals(_ word: StaticString) -> Bool {
    count == word.utf8CodeUnitCount && hasSuffix(word)
  }

  /// Whether these bytes end with a word of ours.
  func hasSuffix(_ word: StaticString) -> Bool {
    has(word, at: count - word.utf8CodeUnitCount)
  }

  /// Whether a word of ours stands at a position.
  func has(_ word: StaticString, at start: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard start >= 0, start + length <= count else { return false }
    var position = 0
    while position < length, self[start + position] == word.utf8Start[position] { position += 1 }
    return position == length
  }
}
