/// Decodes scalars as libyaml does, and keeps where each part came from.
///
/// libyaml gives the content without the way back to the text. The texts are ones that it has
/// accepted, so that nothing is checked again.
struct ScalarReader {
  let input: UnsafeBufferPointer<UInt8>
  var position: Int
  var end: Int
  var text = ScalarText()
  /// Breaks behind the first one of a run, which a fold keeps.
  private var laterBreaks: [(content: [UInt8], source: Int)] = []

  /// The content of a scalar without its properties.
  ///
  /// A block scalar is read on to its own end; `column` is that of the block collection around it,
  /// -1 for none.
  static func read(
    _ range: Range<Int>, style: YAMLStyle, column: Int, in input: UnsafeBufferPointer<UInt8>
  ) -> ScalarText {
    var reader = ScalarReader(input: input, position: range.lowerBound, end: range.upperBound)
    switch style {
    case .literal, .folded:
      var block = BlockScalarReader(input: input, start: range.lowerBound, column: column)
      block.run()
      reader.text = block.text
    case .singleQuoted, .doubleQuoted:
      reader.position += 1
      reader.end = max(reader.position, reader.end - 1)
      reader.readFlow(isDouble: style == .doubleQuoted, isSingle: style == .singleQuoted)
    default: reader.readFlow(isDouble: false, isSingle: false)
    }
    reader.text.sourceEnd = range.upperBound
    return reader.text
  }

  private init(input: UnsafeBufferPointer<UInt8>, position: Int, end: Int) {
    self.input = input
    self.position = position
    self.end = end
  }

  private mutating func readFlow(isDouble: Bool, isSingle: Bool) {
    while position < end {
      var isEscapedBreak = false
      var plain = position
      while position < end, !YAMLText.isBlank(input[position]), lineEnd == 0 {
        if isSingle, input[position] == UInt8(ascii: "'") {
          text.append(plain..<position, of: input)
          text.append([UInt8(ascii: "'")], from: position)
          position = min(position + 2, end)
          plain = position
        } else if isDouble, input[position] == UInt8(ascii: "\\") {
          text.append(plain..<position, of: input)
          let length =
            position + 1 < end ? YAMLText.lineEndLength(at: position + 1, in: input) : 0
          if length > 0 {
            position = min(position + 1 + length, end)
            isEscapedBreak = true
          } else {
            readEscape()
          }
          plain = position
          if isEscapedBreak { break }
        } else {
          position += 1
        }
      }
      text.append(plain..<position, of: input)
      readSpace(isAfterBreak: isEscapedBreak)
    }
  }

  private var lineEnd: Int { min(YAMLText.lineEndLength(at: position, in: input), end - position) }

  /// White space between words: kept on one line, folded over several.
  private mutating func readSpace(isAfterBreak: Bool) {
    var first: (content: [UInt8], source: Int)?
    var isAtLineStart = isAfterBreak
    let blanks = position
    var blanksEnd = position
    laterBreaks = []
    while position < end {
      if YAMLText.isBlank(input[position]) {
        position += 1
        if !isAtLineStart { blanksEnd = position }
      } else if lineEnd > 0 {
        let found = (YAMLText.lineEnd(at: position, in: input), position)
        if isAtLineStart { laterBreaks.append(found) } else { first = found }
        isAtLineStart = true
        position += lineEnd
      } else {
        break
      }
    }
    guard isAtLineStart else { return text.append(blanks..<blanksEnd, of: input) }
    if let first, first.content == [0x0A] {
      if laterBreaks.isEmpty { text.append([0x20], from: first.source) }
    } else if let first {
      text.append(first.content, from: first.source)
    }
    for later in laterBreaks { text.append(later.content, from: later.source) }
  }

  /// An escape in double quotes; the position is on its backslash.
  private mutating func readEscape() {
    let start = position
    guard position + 1 < end else {
      position = end
      return
    }
    var digits = 0
    var scalar: UInt32 = 0
    switch input[position + 1] {
    case UInt8(ascii: "0"): scalar = 0
    case UInt8(ascii: "a"): scalar = 0x07
    case UInt8(ascii: "b"): scalar = 0x08
    case UInt8(ascii: "t"), 0x09: scalar = 0x09
    case UInt8(ascii: "n"): scalar = 0x0A
    case UInt8(ascii: "v"): scalar = 0x0B
    case UInt8(ascii: "f"): scalar = 0x0C
    case UInt8(ascii: "r"): scalar = 0x0D
    case UInt8(ascii: "e"): scalar = 0x1B
    case UInt8(ascii: "N"): scalar = 0x85
    case UInt8(ascii: "_"): scalar = 0xA0
    case UInt8(ascii: "L"): scalar = 0x2028
    case UInt8(ascii: "P"): scalar = 0x2029
    case UInt8(ascii: "x"): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    default: scalar = UInt32(input[position + 1])
    }
    position += 2
    if digits > 0 {
      let last = min(position + digits, end)
      for byte in input[position..<last] { scalar = scalar << 4 | JSON5Text.hexValue(byte) }
      position = last
    }
    text.append(
      Array(String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8), from: start)
  }
}
