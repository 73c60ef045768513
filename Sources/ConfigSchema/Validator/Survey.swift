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
    mayInclude = Self.mayInclude(document.bytes)
  }

  /// Whether `$include` occurs in the text, or could with an escape.
  private static func mayInclude(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { input in
      var offset = 0
      while offset < input.count {
        if offset + 8 <= input.count {
          let wide = WideBytes(input, at: offset)
          let marks = wide.marks(of: UInt8(ascii: "$")) | wide.marks(of: UInt8(ascii: "\\"))
          offset += marks == 0 ? 8 : marks.trailingZeroBitCount >> 3
          if marks == 0 { continue }
        }
        if input[offset] == UInt8(ascii: "\\") { return true }
        if input[offset...].starts(with: "$include".utf8) { return true }
        offset += 1
      }
      return false
    }
  }
}
