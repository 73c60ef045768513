/// The words of the catalogue: keys and allowed values of any release, which are no secret of
/// anybody.
package enum PublicWords {
  /// Whether a word stands in the catalogue as a whole.
  ///
  /// The table is read in place: few words are asked about, and a list of all would cost more.
  ///
  /// - Parameter word: letters, digits, `_` and `-`.
  /// - Returns: false for a part of a longer word.
  package static func contains(_ word: String) -> Bool {
    var word = word
    let text = KeysTable.text
    return word.withUTF8 { word in
      contains(word, in: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
  }

  private static func contains(
    _ word: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let first = word.first, word.allSatisfy(isPart) else { return false }
    var lineStart = 0
    var position = 0
    while position + word.count < text.count {
      let byte = text[position]
      if byte == first, !isPart(text[position + word.count]),
        // Before a key stands the length of its entry.
        position == lineStart + KeyTree.lengthDigits || position == 0
          || !isPart(text[position - 1]),
        isSame(word, text, position)
      {
        return true
      }
      position += 1
      if byte == UInt8(ascii: "\n") { lineStart = position }
    }
    return false
  }

  private static func isSame(
    _ word: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>, _ position: Int
  ) -> Bool {
    var offset = 0
    while offset < word.count, text[position + offset] == word[offset] { offset += 1 }
    return offset == word.count
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-")
  }
}
