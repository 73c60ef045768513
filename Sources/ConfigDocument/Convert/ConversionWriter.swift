/// Lays a config out in another notation, line by line.
struct ConversionWriter {
  /// One line, or a scalar of several.
  private struct Line {
    var depth: Int
    var text: [UInt8]
    var comment: [UInt8]?
    /// Whether a comment may stand behind it.
    var takesComment = true
  }

  private let document: ConfigDocument
  private let syntax: ConfigDocument.Syntax
  private let comments: [Range<Int>]
  private var nextComment = 0
  private var lines: [Line] = []
  /// How far the original is written.
  private var position = 0

  init(_ document: ConfigDocument, syntax: ConfigDocument.Syntax, comments: [Range<Int>]) {
    self.document = document
    self.syntax = syntax
    self.comments = comments
  }

  private var isYAML: Bool { syntax == .yaml }

  mutating func write() {
    let root = document.root
    addComments(before: start(root), depth: 0, isFirst: true)
    value(root, lead: [], depth: 0, end: [], isInSequence: false)
    addComments(before: .max, depth: 0, isFirst: false)
  }

  func rendered() -> [UInt8] {
    var result: [UInt8] = []
    for line in lines {
      if !line.text.isEmpty || line.comment != nil {
        result += [UInt8](repeating: 0x20, count: line.depth * 2) + line.text
        if let comment = line.comment { result += (line.text.isEmpty ? [] : [0x20]) + comment }
      }
      result.append(0x0A)
    }
    return result
  }

  // MARK: Values

  /// Adds a value.
  ///
  /// - Parameters:
  ///   - node: the value.
  ///   - lead: what stands in front of it on its line: the key, the dash.
  ///   - depth: how deep its line is.
  ///   - end: what follows it on its last line, a comma.
  ///   - isInSequence: whether it is an item, whose first member goes on the line of the dash.
  private mutating func value(
    _ node: NodeID, lead: [UInt8], depth: Int, end: [UInt8], isInSequence: Bool
  ) {
    let kind = document.kind(node)
    guard kind.isContainer else {
      let (text, takesComment) = scalar(node, depth: lead.isEmpty ? nil : depth)
      lines.append(Line(depth: depth, text: lead + text + end, takesComment: takesComment))
      return pass(document.range(node).upperBound, of: node)
    }
    let isObject = kind == .object
    let children = Array(document.children(node))
    let brackets = Array((isObject ? "{}" : "[]").utf8)
    guard !children.isEmpty else {
      lines.append(Line(depth: depth, text: lead + brackets + end))
      let inside = ownEnd(node)
      addComments(before: inside, depth: depth, isFirst: false)
      return pass(inside, of: node)
    }
    let count = lines.count
    if let key = document.keyRange(node) { pass(key.upperBound, of: node) }
    if isYAML {
      block(children, lead: lead, depth: depth, isObject: isObject, isInSequence: isInSequence)
    } else {
      lines.append(Line(depth: depth, text: lead + [brackets[0]]))
      for (index, child) in children.enumerated() {
        addComments(before: start(child), depth: depth + 1, isFirst: lines.count == count + 1)
        let isLast = index == children.count - 1
        value(
          child, lead: key(child), depth: depth + 1,
          end: isLast && syntax == .json ? [] : [UInt8(ascii: ",")], isInSequence: false)
      }
    }
    let isRoot = isYAML && lead.isEmpty
    addComments(before: ownEnd(node), depth: isRoot ? depth : depth + 1, isFirst: false)
    if !isYAML { lines.append(Line(depth: depth, text: [brackets[1]] + end)) }
    pass(ownEnd(node), of: node)
  }

  /// Members or items of a block collection.
  private mutating func block(
    _ children: [NodeID], lead: [UInt8], depth: Int, isObject: Bool, isInSequence: Bool
  ) {
    // Behind a dash the first member follows on the same line, unless a comment comes first.
    let hasComment =
      nextComment < comments.count
      && comments[nextComment].lowerBound < start(children[0]) && !isBorrowed(children[0])
    var first: [UInt8] = []
    var inner = depth
    if !lead.isEmpty {
      inner = depth + 1
      if isInSequence, !hasComment {
        first = lead
      } else {
        lines.append(Line(depth: depth, text: Array(lead.dropLast(lead.last == 0x20 ? 1 : 0))))
      }
    }
    for (index, child) in children.enumerated() {
      let isJoined = index == 0 && !first.isEmpty
      addComments(before: start(child), depth: inner, isFirst: index == 0)
      let own = isObject ? key(child) : Array("- ".utf8)
      let line = lines.count
      value(child, lead: own, depth: inner, end: [], isInSequence: !isObject)
      if isJoined {
        lines[line].depth = depth
        lines[line].text = first + lines[line].text
      }
    }
  }

  private func scalar(_ node: NodeID, depth: Int?) -> (text: [UInt8], takesComment: Bool) {
    let text: String
    switch document.kind(node) {
    case .boolean: text = document.boolean(node) == true ? "true" : "false"
    case .number:
      let number = NumberSpelling(document.text(node))
      text = isYAML ? number.yaml : syntax == .json ? number.json ?? "null" : number.json5
    case .string: return string(document.string(node) ?? "", depth: depth)
    case .null, .object, .array: text = "null"
    }
    return (Array(text.utf8), true)
  }

  private func string(_ text: String, depth: Int?) -> (text: [UInt8], takesComment: Bool) {
    guard isYAML else { return (quoted(text), true) }
    if YAMLSpelling.isPlain(text) { return (Array(text.utf8), true) }
    if let depth, text.utf8.contains(0x0A),
      let block = BlockScalarText(
        text, isLiteral: true, indentation: depth * 2 + 2, newline: [0x0A]),
      !block.needsIndicator
    {
      let chomping = block.chomping(keeping: false).map { [$0] } ?? []
      return ([UInt8(ascii: "|")] + chomping + block.body, false)
    }
    return (Array(YAMLSpelling.quoted(text, with: 0x22)), true)
  }

  /// A string of JSON.
  private func quoted(_ text: String) -> [UInt8] {
    var result: [UInt8] = [0x22]
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += Array("\\\"".utf8)
      case "\\": result += Array("\\\\".utf8)
      case "\n": result += Array("\\n".utf8)
      case "\r": result += Array("\\r".utf8)
      case "\t": result += Array("\\t".utf8)
      case _
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || scalar.value == 0x2028 || scalar.value == 0x2029:
        let hex = String(scalar.value, radix: 16)
        result += Array(("\\u" + String(repeating: "0", count: 4 - hex.count) + hex).utf8)
      default: result += Array(String(scalar).utf8)
      }
    }
    return result + [0x22]
  }

  /// The key of a member with its colon; nothing for an item.
  private func key(_ node: NodeID) -> [UInt8] {
    guard let key = document.key(node) else { return [] }
    let colon = Array(": ".utf8)
    if isYAML {
      return Array(
        YAMLSpelling.isPlain(key) ? Array(key.utf8)[...] : YAMLSpelling.quoted(key, with: 0x22))
        + colon
    }
    let isName =
      syntax == .json5 && !key.isEmpty && key.utf8.allSatisfy(JSON5Text.isWordByte)
      && !JSON5Text.isDigit(key.utf8.first ?? 0x30)
    return (isName ? Array(key.utf8) : quoted(key)) + colon
  }

  // MARK: Places in the original

  private func isBorrowed(_ node: NodeID) -> Bool { document.isBorrowed(node) }

  /// Where a value begins, with its key; what stands elsewhere begins nowhere.
  private func start(_ node: NodeID) -> Int {
    isBorrowed(node) ? 0 : (document.keyRange(node) ?? document.range(node)).lowerBound
  }

  /// Where a container ends; behind an alias nothing does.
  private func ownEnd(_ node: NodeID) -> Int {
    isBorrowed(node) ? 0 : document.range(node).upperBound
  }

  private mutating func pass(_ end: Int, of node: NodeID) {
    if !isBorrowed(node) { position = max(position, end) }
  }

  // MARK: Comments

  /// Adds the comments in front of a place: behind the last line those that stood on its line, the
  /// others on lines of their own.
  private mutating func addComments(before end: Int, depth: Int, isFirst: Bool) {
    while nextComment < comments.count, comments[nextComment].lowerBound < end {
      let range = comments[nextComment]
      nextComment += 1
      let gap = document.bytes[min(position, range.lowerBound)..<range.lowerBound]
      let breaks = gap.count { $0 == 0x0A }
      let pieces = comment(range)
      if breaks == 0, pieces.count == 1, let last = lines.indices.last, lines[last].takesComment,
        lines[last].comment == nil, position > 0
      {
        lines[last].comment = pieces[0]
      } else {
        if breaks > 1, !lines.isEmpty, !isFirst { lines.append(Line(depth: 0, text: [])) }
        lines += pieces.map { Line(depth: depth, text: $0, takesComment: false) }
      }
      position = max(position, range.upperBound)
    }
    guard end != .max, end > position else { return }
    let gap = document.bytes[position..<min(end, document.bytes.count)]
    if gap.count(where: { $0 == 0x0A }) > 1, !isFirst, lines.last?.text.isEmpty == false,
      gap.allSatisfy({ $0 <= 0x20 || $0 == UInt8(ascii: ",") })
    {
      lines.append(Line(depth: 0, text: []))
    }
  }

  /// A comment in the notation, as one or more lines.
  private func comment(_ range: Range<Int>) -> [[UInt8]] {
    let text = document.bytes[range]
    let isHash = text.first == UInt8(ascii: "#")
    if !isYAML, !isHash { return [Array(text)] }
    let isBlock = !isHash && text.dropFirst().first == UInt8(ascii: "*")
    let content =
      isHash ? text.dropFirst() : isBlock ? text.dropFirst(2).dropLast(2) : text.dropFirst(2)
    let mark = Array((isYAML ? "#" : "//").utf8)
    return content.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      let end =
        line.lastIndex { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }.map { $0 + 1 } ?? line.startIndex
      return mark + line[line.startIndex..<end]
    }
  }
}
