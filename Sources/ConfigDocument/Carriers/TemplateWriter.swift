/// Puts stand-ins into a template, byte for byte as long as what they stand for.
struct TemplateWriter {
  private(set) var bytes: [UInt8]
  private(set) var regions: [Range<Int>] = []
  private(set) var language = TemplateText.Language.variables
  private let source: [UInt8]
  private let isYAML: Bool
  /// What ends the string or the comment that the place is in (JSON5 only).
  private var quote: UInt8?
  /// For each open part, whether it is left out, and why.
  private var parts: [(isAlternative: Bool, start: Int)] = []

  init(_ text: [UInt8], isYAML: Bool) {
    source = text
    bytes = text
    self.isYAML = isYAML
  }

  /// - Returns: false when a mark or a part is not closed.
  mutating func run() -> Bool {
    source.withUnsafeBufferPointer { input in
      var position = 0
      while position < input.count {
        let byte = input[position]
        if byte == UInt8(ascii: "{"), position + 1 < input.count,
          "{%#".utf8.contains(input[position + 1])
        {
          if let tag = TemplateTag(input, at: position) {
            guard replace(tag, input) else { return false }
            position = tag.range.upperBound
            continue
          }
          // A brace in front of a percent sign or a hash may be an ordinary one.
          guard input[position + 1] != byte else { return false }
        }
        if !isYAML, quote == nil, byte == UInt8(ascii: "$"),
          let end = Self.variableEnd(input, position)
        {
          bytes[position] = 0x22
          bytes[position + 1] = UInt8(ascii: "$")
          bytes[end - 1] = 0x22
          regions.append(position..<end)
          position = end
          continue
        }
        position += step(input, position)
      }
      return parts.isEmpty
    }
  }

  /// Passes over a byte, and knows afterwards whether a string is open.
  private mutating func step(_ input: UnsafeBufferPointer<UInt8>, _ position: Int) -> Int {
    guard !isYAML else { return 1 }
    let byte = input[position]
    if let open = quote {
      if byte == UInt8(ascii: "\\"), open != 0x0A { return 2 }
      if byte == open || byte == 0x0A { quote = nil }
    } else if byte == 0x22 || byte == 0x27 {
      quote = byte
    } else if byte == UInt8(ascii: "/"), position + 1 < input.count,
      input[position + 1] == UInt8(ascii: "/")
    {
      // A comment is a text that ends with its line.
      quote = 0x0A
    }
    return 1
  }

  private mutating func replace(
    _ tag: TemplateTag, _ input: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if language != .go { language = tag.language }
    regions.append(tag.range)
    switch tag.kind {
    case .expression: fill(tag.range, input)
    case .silent: clear(tag.range, input)
    case .opening:
      clear(tag.range, input)
      parts.append((false, tag.range.upperBound))
    case .alternative:
      guard let part = parts.last else { return false }
      // Of several alternatives the first one stands for all.
      clear(part.isAlternative ? part.start..<tag.range.upperBound : tag.range, input)
      parts[parts.count - 1] = (true, tag.range.lowerBound)
    case .closing:
      guard let part = parts.popLast() else { return false }
      if part.isAlternative {
        clear(part.start..<tag.range.upperBound, input)
        regions.removeAll { $0.lowerBound >= part.start }
        regions.append(part.start..<tag.range.upperBound)
      } else {
        clear(tag.range, input)
      }
    }
    return true
  }

  /// Takes a part out: spaces, and in YAML comments where it takes whole lines.
  private mutating func clear(_ range: Range<Int>, _ input: UnsafeBufferPointer<UInt8>) {
    for position in range where bytes[position] != 0x0A && bytes[position] != 0x0D {
      bytes[position] = 0x20
    }
    guard isYAML else { return }
    var start = range.lowerBound
    while start > 0, bytes[start - 1] == 0x20 { start -= 1 }
    let begins = start == 0 || bytes[start - 1] == 0x0A
    var line = begins ? start : range.lowerBound
    while line < range.upperBound {
      var end = line
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      if bytes[line..<end].allSatisfy({ $0 == 0x20 || $0 == 0x0D }),
        line != range.lowerBound || begins
      {
        comment(line..<end)
      }
      line = end + 1
    }
  }

  /// A comment as deep as the next line of text: in a block scalar it is a line of it.
  private mutating func comment(_ line: Range<Int>) {
    var next = line.upperBound
    var depth = 0
    while next < source.count {
      let start = next + 1
      var text = start
      while text < source.count, source[text] == 0x20 { text += 1 }
      var end = text
      while end < source.count, source[end] != 0x0A { end += 1 }
      let isTag =
        text + 1 < source.count && source[text] == UInt8(ascii: "{")
        && "{%#".utf8.contains(source[text + 1])
      if text < end, source[text] != 0x0D, !isTag {
        depth = text - start
        break
      }
      next = end
    }
    let mark = line.lowerBound + min(depth, max(0, line.count - 1))
    if mark < line.upperBound { bytes[mark] = UInt8(ascii: "#") }
  }

  /// Puts `${X…}` in, as a text of its own where no string is open.
  private mutating func fill(_ range: Range<Int>, _ input: UnsafeBufferPointer<UInt8>) {
    if isYAML, standsAlone(range, input) { return clear(range, input) }
    let firstEnd = input[range].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? range.upperBound
    for position in range where bytes[position] != 0x0A && bytes[position] != 0x0D {
      bytes[position] = 0x20
    }
    let place = range.lowerBound..<firstEnd
    let isBare = !isYAML && quote == nil
    let inner = isBare ? place.lowerBound + 1..<place.upperBound - 1 : place
    for position in inner { bytes[position] = UInt8(ascii: "X") }
    if isBare {
      bytes[place.lowerBound] = 0x22
      bytes[place.upperBound - 1] = 0x22
    }
    if isInVariable(range.lowerBound) { return }
    let follows = range.lowerBound > 0 && bytes[range.lowerBound - 1] == UInt8(ascii: "$")
    let isFlow = isYAML && isBehindBracket(range.lowerBound)
    guard inner.count > 3, !isFlow else { return }
    if !follows { bytes[inner.lowerBound] = UInt8(ascii: "$") }
    bytes[inner.lowerBound + (follows ? 0 : 1)] = UInt8(ascii: "{")
    bytes[inner.upperBound - 1] = UInt8(ascii: "}")
  }

  private func standsAlone(_ range: Range<Int>, _ input: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = range.lowerBound
    while start > 0, input[start - 1] == 0x20 { start -= 1 }
    var end = range.upperBound
    while end < input.count, input[end] == 0x20 || input[end] == 0x0D { end += 1 }
    return (start == 0 || input[start - 1] == 0x0A) && (end == input.count || input[end] == 0x0A)
  }

  private func isBehindBracket(_ start: Int) -> Bool {
    var position = start - 1
    while position >= 0, bytes[position] == 0x20 { position -= 1 }
    return position >= 0 && "[{,".utf8.contains(bytes[position])
  }

  /// Whether the place is inside of `${…`.
  private func isInVariable(_ start: Int) -> Bool {
    var position = start - 1
    while position >= 0, JSON5Text.isWordByte(bytes[position]) { position -= 1 }
    return position > 0 && bytes[position] == UInt8(ascii: "{")
      && bytes[position - 1] == UInt8(ascii: "$")
  }

  /// The end of `${NAME}` or `${NAME:-text}`; nil when none begins here.
  private static func variableEnd(
    _ input: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Int? {
    guard start + 3 < input.count, input[start + 1] == UInt8(ascii: "{") else { return nil }
    var position = start + 2
    while position < input.count, input[position] != 0x0A, input[position] != 0x22 {
      if input[position] == UInt8(ascii: "}") { return position + 1 }
      position += 1
    }
    return nil
  }
}
