import ConfigDocument

/// What the keys of a document say by themselves, found out once for each spelling.
///
/// A config has thousands of keys and some hundred different ones. A place holds one key and the
/// next one takes it over, so that no choice of keys makes a look-up slow.
struct KeyMemory {
  private struct Entry {
    let spelling: Range<Int>
    let facts: KeyFacts
  }

  private var entries = [Entry?](repeating: nil, count: 512)

  /// Calls a closure with the decoded bytes of a member's key and what they say.
  ///
  /// - Parameters:
  ///   - node: a value of the document.
  ///   - document: the same for all calls.
  ///   - body: what to do with them; the bytes are valid until it returns.
  /// - Returns: nil for items and the root.
  mutating func withKey<Result>(
    of node: NodeID, in document: ConfigDocument,
    _ body: (UnsafeBufferPointer<UInt8>, KeyFacts) -> Result
  ) -> Result? {
    guard let range = document.keyRange(node) else { return nil }
    return document.bytes.withUnsafeBufferPointer { text in
      let slot = Self.slot(text, range)
      var content = range
      if text[range.lowerBound].isQuote {
        content = range.lowerBound + 1..<range.upperBound - 1
      }
      let plain = UnsafeBufferPointer(rebasing: text[content])
      if let entry = entries[slot], Self.isSame(text, entry.spelling, range) {
        return body(plain, entry.facts)
      }
      // An escape or a line continuation: what the key says stands in no place of the text.
      if plain.contains(UInt8(ascii: "\\")) {
        var key = document.key(node) ?? ""
        return key.withUTF8 { body($0, KeyFacts($0)) }
      }
      let facts = KeyFacts(plain)
      entries[slot] = Entry(spelling: range, facts: facts)
      return body(plain, facts)
    }
  }

  private static func slot(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for position in range { hash = (hash ^ UInt32(text[position])) &* 16_777_619 }
    return Int((hash >> 16 ^ hash) & 511)
  }

  private static func isSame(
    _ text: UnsafeBufferPointer<UInt8>, _ one: Range<Int>, _ other: Range<Int>
  ) -> Bool {
    guard one.count == other.count else { return false }
    var offset = 0
    while offset < one.count,
      text[one.lowerBound + offset] == text[other.lowerBound + offset]
    {
      offset += 1
    }
    return offset == one.count
  }
}
