extension ConfigDocument {
  /// Byte ranges of all comments in the order of the text, without the line end of `//` comments
  /// (of `#` comments in YAML).
  public func comments() -> [Range<Int>] {
    if let yaml { return yamlComments(yaml) }
    return comments(in: 0..<bytes.count, around: 0..<rows.count)
  }

  /// Byte ranges of the comments inside an object or array.
  func comments(inside node: NodeID) -> [Range<Int>] {
    if let yaml { return yamlComments(inside: node, yaml) }
    return comments(in: range(node), around: node.index..<Int(rows[node.index].next))
  }

  /// Byte ranges of the comments in a part of the text.
  ///
  /// `tokens` are the rows whose keys and scalars stand there.
  private func comments(in range: Range<Int>, around tokens: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    bytes.withUnsafeBufferPointer { input in
      var position = range.lowerBound
      var tokens = TokenRanges(document: self, rows: tokens)
      var token = tokens.next()
      while position < range.upperBound {
        if let current = token, position >= current.lowerBound {
          // Comments never stand inside a key or a scalar.
          position = max(position, current.upperBound)
          token = tokens.next()
          continue
        }
        let end = token?.lowerBound ?? range.upperBound
        position = Trivia.comments(in: position..<end, of: input) { found.append($0) }
      }
    }
    return found
  }
}

/// Ranges of the keys and scalars of a document in the order of the text: everything that could
/// hold two slashes without being a comment.
private struct TokenRanges {
  let document: ConfigDocument
  private var row: Int
  private let end: Int
  /// The key of the first row of a part stands outside it: it is passed over by its place.
  private var isAtValue = false

  init(document: ConfigDocument, rows: Range<Int>) {
    self.document = document
    row = rows.lowerBound
    end = rows.upperBound
  }

  mutating func next() -> Range<Int>? {
    while row < end {
      let node = document.rows[row]
      if !isAtValue {
        isAtValue = true
        if node.keyEnd != 0 { return Int(node.keyStart)..<Int(node.keyEnd) }
      }
      isAtValue = false
      row += 1
      if !node.kind.isContainer { return Int(node.start)..<Int(node.end) }
    }
    return nil
  }
}

/// Text between tokens: white space, comments, brackets, colons and commas.
enum Trivia {
  /// Calls `body` with the range of each comment.
  ///
  /// - Returns: the end of `range`.
  static func comments(
    in range: Range<Int>, of input: UnsafeBufferPointer<UInt8>, body: (Range<Int>) -> Void
  ) -> Int {
    var position = range.lowerBound
    while position < range.upperBound {
      guard input[position] == UInt8(ascii: "/") else {
        position += 1
        continue
      }
      let end = commentEnd(at: position, in: input)
      body(position..<end)
      position = end
    }
    return range.upperBound
  }

  /// Where the comment that begins here ends: behind `*/`, or before the line end.
  static func commentEnd(at start: Int, in input: UnsafeBufferPointer<UInt8>) -> Int {
    var position = start + 2
    guard start + 1 < input.count else { return input.count }
    let isBlock = input[start + 1] == UInt8(ascii: "*")
    while position < input.count {
      let byte = input[position]
      if isBlock {
        if byte == UInt8(ascii: "*"), position + 1 < input.count,
          input[position + 1] == UInt8(ascii: "/")
        {
          return position + 2
        }
      } else if byte == 0x0A || byte == 0x0D
        || JSON5Text.isLineSeparator(at: position, in: input)
      {
        return position
      }
      position += 1
    }
    return input.count
  }
}
