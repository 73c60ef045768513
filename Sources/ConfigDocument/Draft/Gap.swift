/// Text between two values: white space, comments and at most one comma.
///
/// The comments of both notations are known by how they begin: in a gap of JSON5 a `#` stands only
/// inside a comment, and in one of YAML a `/`.
enum Gap {
  /// A run of the gap: white space, a line end, or a comment.
  enum Run {
    case space(Range<Int>)
    case lineEnd(Range<Int>)
    case comment(Range<Int>, isBlock: Bool)
    case comma(Int)
  }

  /// Takes a gap apart.
  static func runs(_ gap: Piece) -> [Run] {
    var runs: [Run] = []
    gap.withUnsafeBufferPointer { input in
      let base = gap.startIndex
      var position = 0
      while position < input.count {
        let start = position
        switch input[position] {
        case UInt8(ascii: "/"):
          position = Trivia.commentEnd(at: position, in: input)
          let isBlock = input.count > start + 1 && input[start + 1] == UInt8(ascii: "*")
          runs.append(.comment(base + start..<base + position, isBlock: isBlock))
        case UInt8(ascii: "#"):
          position = YAMLText.lineEnd(after: position, in: input)
          runs.append(.comment(base + start..<base + position, isBlock: false))
        case UInt8(ascii: ","):
          position += 1
          runs.append(.comma(base + start))
        case 0x0A, 0x0D:
          let isPair =
            input[position] == 0x0D && position + 1 < input.count && input[position + 1] == 0x0A
          position += isPair ? 2 : 1
          runs.append(.lineEnd(base + start..<base + position))
        default:
          while position < input.count, !isSpecial(input[position]) {
            position += 1
          }
          runs.append(.space(base + start..<base + position))
        }
      }
    }
    return runs
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x0A, 0x0D, 0x23, 0x2C, 0x2F: true
    default: false
    }
  }

  /// Where the comma of a gap stands; nil when it has none.
  static func comma(in gap: Piece) -> Int? {
    if gap.first == UInt8(ascii: ",") { return gap.startIndex }
    for case .comma(let offset) in runs(gap) { return offset }
    return nil
  }

  /// Parts the text behind a value into what belongs to it (comments on the rest of its line) and
  /// what belongs to the next one.
  ///
  /// A comment in front of something else on the same line belongs to that.
  static func split(_ gap: Piece) -> (trail: Piece, rest: Piece) {
    var hasComment = false
    for run in runs(gap) {
      switch run {
      case .comment: hasComment = true
      case .lineEnd(let range):
        guard hasComment else { return (gap[gap.startIndex..<gap.startIndex], gap) }
        return (gap[..<range.lowerBound], gap[range.lowerBound...])
      case .space, .comma: break
      }
    }
    return (gap[gap.startIndex..<gap.startIndex], gap)
  }

  /// Parts the text behind the last value of a container.
  ///
  /// Without a line end the comments belong to the value: nothing else stands in front of the
  /// bracket.
  static func splitLast(_ gap: Piece) -> (trail: Piece, rest: Piece) {
    guard let comment = comments(in: gap).last, !hasLineEnd(gap) else { return split(gap) }
    return (gap[..<comment.endIndex], gap[comment.endIndex...])
  }

  /// Parts the text in front of a member into what stays when the member leaves, and its own
  /// comments: those on the lines directly above it, without a blank line between.
  ///
  /// For the first member of a container, a comment on the line of the opening bracket belongs to
  /// the container.
  static func partLead(_ lead: Piece, isFirst: Bool) -> (stays: Piece, comments: [Piece]) {
    var ownStart = lead.endIndex
    var own: [Piece] = []
    var lineEnds = 0
    loop: for run in runs(lead).reversed() {
      switch run {
      case .lineEnd:
        lineEnds += 1
        if lineEnds > 1 { break loop }
      case .comment(let range, _):
        guard !isFirst || hasLineEnd(lead[..<range.lowerBound]) else { break loop }
        own.insert(lead[range], at: 0)
        ownStart = range.lowerBound
        lineEnds = 0
      case .space, .comma: break
      }
    }
    guard !own.isEmpty else { return (comments(in: lead).isEmpty ? [] : lead, []) }
    let before = lead[..<ownStart]
    return (comments(in: before).isEmpty ? [] : trimmedEnd(before), own)
  }

  /// The comments of a gap.
  static func comments(in gap: Piece) -> [Piece] {
    guard !isBlank(gap) else { return [] }
    return runs(gap).compactMap { run in
      if case .comment(let range, _) = run { gap[range] } else { nil }
    }
  }

  static func isLineComment(_ comment: Piece) -> Bool {
    comment.first == UInt8(ascii: "#") || comment.dropFirst().first == UInt8(ascii: "/")
  }

  /// Whether what follows must begin on a new line: the gap ends in a `//` or `#` comment.
  static func endsInLineComment(_ gap: Piece) -> Bool {
    guard !isBlank(gap) else { return false }
    // Space behind such a comment can only begin with U+2028 or U+2029, which end its line too.
    if case .comment(_, isBlock: false)? = runs(gap).last { return true }
    return false
  }

  /// Whether a line ends before anything else comes: what stands in front may be a `//` comment.
  static func endsLine(_ gap: Piece) -> Bool {
    let rest = gap.drop { $0 == 0x20 || $0 == 0x09 }
    guard let first = rest.first else { return false }
    return first == 0x0A || first == 0x0D || first == 0xE2 && rest.starts(with: [0xE2, 0x80, 0xA8])
      || first == 0xE2 && rest.starts(with: [0xE2, 0x80, 0xA9])
  }

  static func hasLineEnd(_ gap: Piece) -> Bool {
    guard gap.contains(0x0A) || gap.contains(0x0D) else { return false }
    return runs(gap).contains { if case .lineEnd = $0 { true } else { false } }
  }

  /// The white space behind the last line end, and that line end; nil when there is none.
  static func indentation(_ gap: Piece) -> Piece? {
    var start: Int?
    for run in runs(gap) {
      if case .lineEnd(let range) = run { start = range.upperBound }
    }
    return start.map { gap[$0...].prefix { $0 == 0x20 || $0 == 0x09 } }
  }

  /// Without the line end and white space at the end.
  static func trimmedEnd(_ gap: Piece) -> Piece {
    var gap = gap
    while let last = gap.last, last == 0x20 || last == 0x09 { gap.removeLast() }
    if gap.last == 0x0A { gap.removeLast() }
    if gap.last == 0x0D { gap.removeLast() }
    return gap
  }

  /// Without the white space and line ends at the start.
  static func trimmedStart(_ gap: Piece) -> Piece { gap.drop { $0 <= 0x20 } }

  /// Without white space at both ends.
  static func trimmed(_ gap: Piece) -> Piece {
    var gap = gap.drop { $0 <= 0x20 }
    while let last = gap.last, last <= 0x20 { gap.removeLast() }
    return gap
  }

  static func isBlank(_ gap: Piece) -> Bool {
    !gap.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "#") }
  }

  /// Moves lines from one indentation to another; text inside comments stays.
  static func reindented(_ gap: Piece, from old: Piece, to new: Piece) -> Piece {
    guard hasLineEnd(gap) else { return gap }
    var result: [UInt8] = []
    var isLineStart = false
    for run in runs(gap) {
      switch run {
      case .lineEnd(let range):
        if isLineStart, case .lineEnd = run { isLineStart = false }
        result += gap[range]
        isLineStart = true
        continue
      case .space(let range):
        let space = gap[range]
        if isLineStart, space.starts(with: old) {
          result += new
          result += space.dropFirst(old.count)
        } else {
          result += space
        }
      case .comment(let range, _):
        if isLineStart, old.isEmpty { result += new }
        result += gap[range]
      case .comma: result.append(UInt8(ascii: ","))
      }
      isLineStart = false
    }
    if isLineStart, old.isEmpty { result += new }
    return result[...]
  }
}
