/// The lines of a literal or folded scalar.
struct BlockScalarText {
  private let lines: [Substring.UTF8View]
  private let isLiteral: Bool
  private let indentation: [UInt8]
  private let newline: [UInt8]
  /// Line ends behind the last character that is none.
  private let trailing: Int

  /// Lays out a text; nil when no block scalar can hold it: nothing but line ends, characters that
  /// need an escape, or line ends of another kind.
  init?(_ text: String, isLiteral: Bool, indentation: Int, newline: [UInt8]) {
    let isPossible = text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x09, 0x0A, 0x20..<0x7F, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE,
        0xFF00...0xFFFD, 0x10000...:
        true
      default: false
      }
    }
    let bytes = Array(text.utf8)
    let trailing = bytes.reversed().prefix { $0 == 0x0A }.count
    guard isPossible, trailing < bytes.count else { return nil }
    let content = String(decoding: bytes.dropLast(trailing), as: UTF8.self)
    // Line feeds only: `split` of characters would take CR and LF together.
    lines = content.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      Substring($0).utf8
    }
    self.trailing = trailing
    self.isLiteral = isLiteral
    self.indentation = Array(repeating: 0x20, count: indentation)
    self.newline = newline
  }

  /// Whether the first line would be taken for a deeper indentation.
  var needsIndicator: Bool {
    lines.first { !$0.isEmpty }?.first.map { $0 == 0x20 || $0 == 0x09 } ?? false
  }

  /// The indicator that keeps the line ends at the end as they are.
  func chomping(keeping: Bool) -> UInt8? {
    switch trailing {
    case 0: UInt8(ascii: "-")
    case 1 where !keeping: nil
    default: UInt8(ascii: "+")
    }
  }

  /// Everything behind the header, in front of the line end behind the last line.
  var body: Piece {
    var result: [UInt8] = []
    for (number, line) in lines.enumerated() {
      result += newline
      if !isLiteral, number > 0, needsSecondBreak(number) { result += newline }
      if !line.isEmpty { result += indentation + line }
    }
    return result[...] + end
  }

  private var end: Piece {
    var result: [UInt8] = []
    for _ in 1..<max(1, trailing) { result += newline }
    return result[...]
  }

  /// A fold makes one line end a space: between two lines of text it takes two.
  private func needsSecondBreak(_ number: Int) -> Bool {
    guard let first = lines[number].first, !YAMLText.isBlank(first) else { return false }
    let before = lines[..<number].last { !$0.isEmpty }
    return before?.first.map { !YAMLText.isBlank($0) } ?? false
  }

  /// The same with the lines of an old text that begin and end it alike.
  ///
  /// Lines of white space only keep theirs, and all lines their ends.
  func body(reusing old: Piece) -> Piece {
    let known = Self.sourceLines(old)
    let new = lines.map { Array($0) } + Array(repeating: [], count: max(0, trailing - 1))
    func isSame(_ source: Piece, _ line: [UInt8]) -> Bool {
      let content = source.drop { $0 == 0x0A || $0 == 0x0D }
      return content.starts(with: indentation)
        ? content.dropFirst(indentation.count).elementsEqual(line)
        : line.isEmpty && content.allSatisfy { $0 == 0x20 }
    }
    let most = min(known.count, new.count)
    var head = 0
    while head < most, isSame(known[head], new[head]) { head += 1 }
    var tail = 0
    while tail < most - head,
      isSame(known[known.count - 1 - tail], new[new.count - 1 - tail])
    { tail += 1 }
    var result: [UInt8] = []
    for source in known[..<head] { result += source }
    for line in new[head..<(new.count - tail)] {
      result += line.isEmpty ? newline : newline + indentation + line
    }
    for source in known[(known.count - tail)...] { result += source }
    return result[...]
  }

  /// Lines with the line end in front of each.
  private static func sourceLines(_ text: Piece) -> [Piece] {
    var lines: [Piece] = []
    var start = text.startIndex
    var position = start
    while position < text.endIndex {
      let isPair =
        text[position] == 0x0D && position + 1 < text.endIndex && text[position + 1] == 0x0A
      let isEnd = text[position] == 0x0A || text[position] == 0x0D
      if isEnd, position > start {
        lines.append(text[start..<position])
        start = position
      }
      position += isPair ? 2 : 1
    }
    if start < text.endIndex { lines.append(text[start...]) }
    return lines
  }
}
