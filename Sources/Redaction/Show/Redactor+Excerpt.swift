extension Redactor {
  /// One source line of a file that cannot be read, for the message that says why.
  ///
  /// Everything that could be a value becomes as many `•` as it has characters, so that a caret
  /// under the line still points at the right column.
  ///
  /// - Parameter bytes: the line; it may begin in the middle of a string or a comment.
  /// - Returns: the line without its line end.
  public mutating func excerpt(line bytes: [UInt8]) -> RedactedText {
    let text = String(decoding: bytes, as: UTF8.self)
    let line = Array(text.utf8)
    var hidden = [Bool](repeating: false, count: line.count)
    for find in finds(line, isProse: true, hints: []) {
      for position in find.range { hidden[position] = true }
    }
    var lexer = ExcerptLexer(line: line, startsIn: nil)
    lexer.run(&hidden)
    if !lexer.isPlausible {
      // The line may begin inside of a string of either kind: hide what would be its content.
      for quote in [UInt8(ascii: "\""), UInt8(ascii: "'")] {
        var other = ExcerptLexer(line: line, startsIn: quote)
        other.run(&hidden)
      }
    }
    return RedactedText(Self.dotted(text, hidden))
  }

  /// One `•` for each hidden Unicode scalar; columns count scalars.
  private static func dotted(_ text: String, _ hidden: [Bool]) -> String {
    var result = String.UnicodeScalarView()
    var position = 0
    for scalar in text.unicodeScalars {
      let isLineEnd = scalar == "\n" || scalar == "\r"
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      let isHidden = hidden[position] || (isControl && scalar != "\t") || scalar == "\u{FFFD}"
      position += UTF8.width(scalar)
      if !isLineEnd { result.append(isHidden ? "•" : scalar) }
    }
    return String(result)
  }
}
