public import Diagnostics

extension Draft {
  /// Writes another text into a string, in the manner in which it is written: a block scalar stays
  /// one, with its indentation and the lines that do not change; quotes stay quotes.
  ///
  /// A document that stands inside a scalar is written back with this.
  ///
  /// - Parameters:
  ///   - path: a string.
  ///   - text: its new content.
  /// - Throws: `EditError` when no string stands there, or the notation stands in the way. A
  ///   placeholder of a template (`{{ … }}`) in the string must be in the new text too.
  public mutating func setScalarText(_ path: ConfigPath, to text: String) throws(EditError) {
    let path = resolved(path)
    guard let value = value(at: path) else { throw EditError(.noSuchPath, path) }
    guard kind(value) == .string else { throw EditError(.notAContainer, path) }
    if string(value).utf8.elementsEqual(text.utf8) { return }
    guard notation == .yaml else { return try set(.string(text), at: path) }
    guard Self.placeholders(string(value)) == Self.placeholders(text) else {
      throw EditError(.template, path)
    }
    var attempts: [(Draft) -> Piece?] = [{ _ in YAMLSpelling.quoted(text, with: 0x22) }]
    // A text that was written anew once keeps the manner of the one that stood there.
    var source = origin(at: path)
    if case .source(let node) = value { source = node }
    if let node = source, document.kind(node) == .string,
      let row = document.yaml?.rows[node.index],
      row.flags.isDisjoint(with: [.alias, .borrowed, .foreignTag])
    {
      if row.style.isBlockScalar {
        attempts.insert({ $0.blockScalar(node, row, text) }, at: 0)
      } else if row.style != .template {
        attempts.insert({ $0.style.spell(string: text, like: $0.text(value)) }, at: 0)
        attempts.insert({ $0.spliced(node, row, text) }, at: 0)
      }
    }
    var failure = EditError(.inexpressible, path)
    for attempt in attempts {
      guard let piece = attempt(self) else { continue }
      do throws(EditError) {
        return try faithfully(path) { draft throws(EditError) in
          try draft.replaceText(at: path, with: .text(piece, text))
        }
      } catch {
        failure = error
      }
    }
    throw failure
  }

  private mutating func replaceText(
    at path: ConfigPath, with value: DraftValue
  ) throws(EditError) {
    guard let parent = path.parent, let step = path.steps.last else {
      if let obstacle = obstacle(toRemoving: root) { throw EditError(obstacle, path) }
      root = value
      return
    }
    let container = try open(parent)
    let place = try memberPlace(step, in: container, at: path)
    let member = containers[container].members[place]
    if case .source(let node) = member.value, let row = document.yaml?.rows[node.index] {
      if row.flags.contains(.alias) { throw EditError(.alias, path) }
      if row.flags.contains(.foreignTag) { throw EditError(.foreignTag, path) }
    }
    if let obstacle = obstacle(toRemoving: member.value) { throw EditError(obstacle, path) }
    containers[container].members[place].value = value
  }

  /// The placeholders of a text in alphabetical order.
  private static func placeholders(_ text: String) -> [Substring] {
    var found: [Substring] = []
    var rest = text[...]
    while let start = rest.firstRange(of: "{{") {
      rest = rest[start.upperBound...]
      let end = rest.firstRange(of: "}}")?.lowerBound ?? rest.endIndex
      found.append(rest[..<end])
      rest = rest[end...]
    }
    return found.sorted()
  }

  // MARK: Quoted and plain scalars

  /// A scalar on one or more lines with only the part written anew that differs.
  private func spliced(_ node: NodeID, _ row: YAMLRow, _ text: String) -> Piece? {
    guard let old = document.scalarText(node) else { return nil }
    let new = Array(text.utf8)
    let most = min(old.bytes.count, new.count)
    var head = 0
    while head < most, old.bytes[head] == new[head] { head += 1 }
    while head > 0, head < new.count, new[head] & 0xC0 == 0x80 { head -= 1 }
    var tail = 0
    while tail < most - head,
      old.bytes[old.bytes.count - 1 - tail] == new[new.count - 1 - tail]
    { tail += 1 }
    while tail > 0, new[new.count - tail] & 0xC0 == 0x80 { tail -= 1 }
    let middle = String(decoding: new[head..<(new.count - tail)], as: UTF8.self)
    let spelling: Piece
    switch row.style {
    case .doubleQuoted: spelling = YAMLSpelling.quoted(middle, with: 0x22).dropFirst().dropLast()
    case .singleQuoted:
      let quoted = YAMLSpelling.quoted(middle, with: 0x27)
      guard quoted.first == 0x27 else { return nil }
      spelling = quoted.dropFirst().dropLast()
    default:
      guard middle.isEmpty || YAMLSpelling.isPlain(middle) else { return nil }
      spelling = Array(middle.utf8)[...]
    }
    let range = document.range(node)
    let hasQuotes = row.style != .plain
    let contentEnd = range.upperBound - (hasQuotes ? 1 : 0)
    func source(_ offset: Int) -> Int {
      offset >= old.bytes.count ? contentEnd : old.offset(of: offset)
    }
    let start = source(head)
    let end = source(old.bytes.count - tail)
    guard start <= end else { return nil }
    return document.bytes[row.outer.lowerBound..<start] + spelling
      + document.bytes[end..<range.upperBound]
  }

  // MARK: Block scalars

  /// A literal or folded scalar with another text; nil when it cannot hold it.
  private func blockScalar(_ node: NodeID, _ row: YAMLRow, _ text: String) -> Piece? {
    let start = document.range(node).lowerBound
    let block = document.bytes.withUnsafeBufferPointer { input in
      var block = BlockScalarReader(input: input, start: start, column: Int(row.column))
      block.run()
      return block
    }
    let isLiteral = row.style == .literal
    guard
      let writing = BlockScalarText(
        text, isLiteral: isLiteral, indentation: block.indentation, newline: style.newline)
    else { return nil }
    let header = document.bytes[start..<block.headerEnd]
    let indicators = header.dropFirst().prefix {
      JSON5Text.isDigit($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
    }
    var piece = Array(document.bytes[row.outer.lowerBound...start])
    let digit = indicators.first(where: JSON5Text.isDigit)
    if let digit {
      piece.append(digit)
    } else if writing.needsIndicator {
      let width = block.indentation - max(0, Int(row.column))
      guard (1...9).contains(width) else { return nil }
      piece.append(UInt8(0x30 + width))
    }
    if let chomping = writing.chomping(keeping: indicators.contains(UInt8(ascii: "+"))) {
      piece.append(chomping)
    }
    piece += header[indicators.endIndex...]
    let body = document.bytes[block.headerEnd..<block.contentEnd]
    return piece[...] + (isLiteral ? writing.body(reusing: body) : writing.body)
  }
}
