/// Decodes literal and folded scalars, and finds their parts.
struct BlockScalarReader {
  let input: UnsafeBufferPointer<UInt8>
  let start: Int
  /// Spaces in front of the block collection around it, -1 when there is none.
  let column: Int

  var text = ScalarText()
  /// The end of the first line, in front of its line end.
  private(set) var headerEnd = 0
  /// The comment behind the indicators.
  private(set) var comment: Range<Int>?
  /// Spaces in front of the content.
  private(set) var indentation = 0
  /// Behind the last character that belongs to the scalar, without the line end behind it.
  private(set) var contentEnd = 0
  private var position: Int
  private var chomping = UInt8(ascii: " ")
  private var breaks: [(content: [UInt8], source: Int)] = []

  init(input: UnsafeBufferPointer<UInt8>, start: Int, column: Int) {
    self.input = input
    self.start = start
    self.column = column
    position = start
  }

  mutating func run() {
    let isLiteral = input[start] == UInt8(ascii: "|")
    readHeader()
    skipBreaks()
    var first: (content: [UInt8], source: Int)?
    var beginsBlank = false
    var lineColumn = self.lineColumn
    while lineColumn == indentation, position < input.count {
      let isBlank = YAMLText.isBlank(input[position])
      if !isLiteral, let known = first, known.content == [0x0A], !beginsBlank, !isBlank {
        if breaks.isEmpty { text.append([0x20], from: known.source) }
      } else if let known = first {
        text.append(known.content, from: known.source)
      }
      for found in breaks { text.append(found.content, from: found.source) }
      beginsBlank = isBlank
      let line = position
      position = YAMLText.lineEnd(after: position, in: input)
      text.append(line..<position, of: input)
      contentEnd = position
      first = nil
      let length = YAMLText.lineEndLength(at: position, in: input)
      if length > 0 {
        first = (YAMLText.lineEnd(at: position, in: input), position)
        position += length
      }
      skipBreaks()
      lineColumn = self.lineColumn
    }
    if chomping != UInt8(ascii: "-"), let first { text.append(first.content, from: first.source) }
    if chomping == UInt8(ascii: "+") {
      for found in breaks { text.append(found.content, from: found.source) }
      if let last = breaks.last { contentEnd = last.source }
    }
    text.sourceEnd = contentEnd
  }

  private var lineStart = 0
  private var lineColumn: Int { position - lineStart }

  private mutating func readHeader() {
    position += 1
    var explicit = 0
    while position < input.count {
      let byte = input[position]
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") {
        chomping = byte
      } else if JSON5Text.isDigit(byte) {
        explicit = Int(byte - 0x30)
      } else {
        break
      }
      position += 1
    }
    let indicators = position
    headerEnd = YAMLText.lineEnd(after: position, in: input)
    if let hash = input[indicators..<headerEnd].firstIndex(of: UInt8(ascii: "#")) {
      comment = hash..<headerEnd
    }
    contentEnd = headerEnd
    position = headerEnd + YAMLText.lineEndLength(at: headerEnd, in: input)
    lineStart = position
    if explicit > 0 { indentation = max(column, 0) + explicit }
  }

  /// Passes over empty lines and the indentation of the next one.
  private mutating func skipBreaks() {
    breaks = []
    var widest = 0
    lineStart = position
    while true {
      while position < input.count, input[position] == 0x20,
        indentation == 0 || lineColumn < indentation
      { position += 1 }
      widest = max(widest, lineColumn)
      let length = YAMLText.lineEndLength(at: position, in: input)
      guard length > 0 else { break }
      breaks.append((YAMLText.lineEnd(at: position, in: input), position))
      position += length
      lineStart = position
    }
    if indentation == 0 { indentation = max(widest, column + 1, 1) }
  }
}
