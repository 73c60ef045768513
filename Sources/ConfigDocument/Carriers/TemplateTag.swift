/// One mark of a template: an expression, a statement or a comment.
struct TemplateTag {
  enum Kind {
    /// Gives text.
    case expression
    /// Begins a part that may be left out: `if`, `for`, `range`, `with`.
    case opening
    /// Begins what stands there instead: `else`, `elif`.
    case alternative
    /// Ends the innermost part.
    case closing
    /// Gives nothing: a comment, a variable.
    case silent
  }

  let range: Range<Int>
  let kind: Kind
  let language: TemplateText.Language

  /// Reads the mark that begins at a place.
  ///
  /// - Returns: nil when none does, or it has no end.
  init?(_ input: UnsafeBufferPointer<UInt8>, at start: Int) {
    guard start + 3 < input.count, input[start] == UInt8(ascii: "{") else { return nil }
    let mark = input[start + 1]
    switch mark {
    case UInt8(ascii: "#"):
      guard let end = Self.end(of: "#}", from: start + 2, in: input) else { return nil }
      range = start..<end
      kind = .silent
      language = .jinja
    case UInt8(ascii: "%"):
      guard let end = Self.end(of: "%}", from: start + 2, in: input) else { return nil }
      range = start..<end
      kind = Self.statement(Self.word(in: input, from: start + 2)) ?? .silent
      language = .jinja
    case UInt8(ascii: "{"):
      let first = Self.firstCharacter(in: input, from: start + 2)
      // A comment of Go holds quotes that mean nothing.
      let from =
        first == UInt8(ascii: "/") ? Self.end(of: "*/", from: start + 2, in: input) : start + 2
      guard let from, let end = Self.expressionEnd(from: from, in: input) else { return nil }
      range = start..<end
      let word = Self.word(in: input, from: start + 2)
      let isGo =
        input[start + 2] == UInt8(ascii: "-")
        || [UInt8(ascii: "."), UInt8(ascii: "$"), UInt8(ascii: "/")].contains(first)
        || Self.goWords.contains(word)
      language = isGo ? .go : .jinja
      if first == UInt8(ascii: "/") {
        kind = .silent
      } else if first == UInt8(ascii: "$"), Self.assigns(input, start + 2..<end) {
        kind = .silent
      } else {
        kind = isGo ? Self.statement(word) ?? .expression : .expression
      }
    default: return nil
    }
  }

  private static let goWords: Set<String> = [
    "if", "else", "end", "range", "with", "define", "block", "template", "include", "toYaml",
    "printf", "quote", "tpl", "required", "lookup", "break", "continue",
  ]

  private static func statement(_ word: String) -> Kind? {
    switch word {
    case "if", "for", "range", "with", "define", "block", "macro", "filter", "call", "raw": .opening
    case "else", "elif": .alternative
    case "end", "endif", "endfor", "endmacro", "endfilter", "endcall", "endblock", "endwith",
      "endraw":
      .closing
    case "break", "continue": .silent
    default: nil
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "+")
  }

  private static func firstCharacter(
    in input: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> UInt8 {
    var position = start
    while position < input.count, isBlank(input[position]) { position += 1 }
    return position < input.count ? input[position] : 0
  }

  private static func word(in input: UnsafeBufferPointer<UInt8>, from start: Int) -> String {
    var position = start
    while position < input.count, isBlank(input[position]) { position += 1 }
    let first = position
    while position < input.count, JSON5Text.isWordByte(input[position]) { position += 1 }
    return String(decoding: input[first..<position], as: UTF8.self)
  }

  /// `$name := …` and `$name = …` give nothing.
  private static func assigns(_ input: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var position = range.lowerBound
    while position < range.upperBound, isBlank(input[position]) { position += 1 }
    position += 1
    while position < range.upperBound, JSON5Text.isWordByte(input[position]) { position += 1 }
    while position < range.upperBound, input[position] == 0x20 { position += 1 }
    return position + 1 < range.upperBound
      && (input[position] == UInt8(ascii: "=") && input[position + 1] != UInt8(ascii: "=")
        || input[position] == UInt8(ascii: ":") && input[position + 1] == UInt8(ascii: "="))
  }

  private static func end(
    of mark: StaticString, from start: Int, in input: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    let (first, second) = (mark.utf8Start[0], mark.utf8Start[1])
    var position = start
    var quote: UInt8?
    while position + 1 < input.count {
      let byte = input[position]
      if let open = quote {
        if byte == open { quote = nil }
      } else if first == UInt8(ascii: "%"), byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == first, input[position + 1] == second {
        return position + 2
      }
      position += 1
    }
    return nil
  }

  /// The end of `{{ … }}`: braces and quotes inside of it have theirs.
  private static func expressionEnd(
    from start: Int, in input: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    var position = start
    var depth = 0
    var quote: UInt8?
    while position < input.count {
      let byte = input[position]
      if let open = quote {
        if byte == UInt8(ascii: "\\"), open == 0x22 { position += 1 }
        if byte == open { quote = nil }
      } else if byte == 0x22 || byte == 0x27 || byte == UInt8(ascii: "`") {
        quote = byte
      } else if byte == UInt8(ascii: "{") {
        depth += 1
      } else if byte == UInt8(ascii: "}") {
        if depth == 0 {
          guard position + 1 < input.count, input[position + 1] == byte else { return nil }
          return position + 2
        }
        depth -= 1
      }
      position += 1
    }
    return nil
  }
}
