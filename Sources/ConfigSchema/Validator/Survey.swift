internal import ConfigDocument

/// A document and the catalogue, and what has to be found out once however many releases are asked.
struct Survey {
  let document: ConfigDocument
  let tree: KeyTree
  let landmarks: Landmarks
  /// Whether any object may include another file.
  let mayInclude: Bool

  init(_ document: ConfigDocument) {
    self.document = document
    tree = KeyTree()
    landmarks = Landmarks(tree)
    mayInclude = Self.holds("$include", document)
  }

  /// Whether a word that begins with a rare byte occurs in the text, or could with an escape.
  private static func holds(_ word: StaticString, _ document: ConfigDocument) -> Bool {
    document.bytes.withUnsafeBufferPointer { input in
      let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
      for (offset, byte) in input.enumerated() {
        if byte == UInt8(ascii: "\\") { return true }
        if byte == word[0], input[offset...].starts(with: word) { return true }
      }
      return false
    }
  }
}
