internal import Diagnostics

/// Values that go to another indentation or into brackets.
extension Draft {
  /// A value whose lines begin further right or left.
  ///
  /// Unlike JSON5, YAML has its meaning from it: all lines move by the same number of columns.
  mutating func shifted(
    _ value: DraftValue, from old: Int, to new: Int, keepsFirstLine: Bool = false
  ) -> DraftValue {
    guard old != new else { return value }
    switch value {
    case .scalar: return value
    case .text(let piece, let content):
      return .text(shiftedLines(piece, from: old, to: new), content)
    case .source(let node):
      guard let row = document.yaml?.rows[node.index],
        row.flags.isDisjoint(with: [.alias, .borrowed])
      else { return value }
      let text = document.bytes[row.outer]
      let hasLines = text.contains(0x0A) || text.contains(0x0D)
      if document.kind(node).isContainer, row.style != .pair, row.style == .block || hasLines {
        containers.append(DraftContainer(node, of: document))
        return shifted(.container(containers.count - 1), from: old, to: new)
      }
      guard hasLines, document.kind(node) == .string else { return value }
      return .text(shiftedLines(text, from: old, to: new), document.string(node) ?? "")
    case .container(let index):
      shiftMembers(of: index, from: old, to: new)
      return value
    }
  }

  private mutating func shiftMembers(of index: Int, from old: Int, to new: Int) {
    let from = Self.spaces(old)[...]
    let to = Self.spaces(new)[...]
    if containers[index].isBlock { containers[index].column += new - old }
    for place in containers[index].members.indices {
      var member = containers[index].members[place]
      member.lead = Gap.reindented(member.lead, from: from, to: to)
      member.mid = Gap.reindented(member.mid, from: from, to: to)
      member.beforeComma = Gap.reindented(member.beforeComma, from: from, to: to)
      member.trail = Gap.reindented(member.trail, from: from, to: to)
      containers[index].members[place] = member
      let value = shifted(member.value, from: old, to: new)
      containers[index].members[place].value = value
    }
    containers[index].tail = Gap.reindented(containers[index].tail, from: from, to: to)
  }

  /// The lines of a scalar behind its first; empty ones stay empty.
  private func shiftedLines(_ text: Piece, from old: Int, to new: Int) -> Piece {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + 64)
    var position = text.startIndex
    var isFirst = true
    while position < text.endIndex {
      var end = position
      while end < text.endIndex, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
      let line = text[position..<end]
      if isFirst || line.isEmpty {
        result += line
      } else {
        let indentation = line.prefix { $0 == 0x20 }.count
        result += Self.spaces(max(0, indentation + new - old)) + line.dropFirst(indentation)
      }
      position = end
      while position < text.endIndex, text[position] == 0x0A || text[position] == 0x0D {
        result.append(text[position])
        position += 1
      }
      isFirst = false
    }
    return result[...]
  }

  /// A value as it can stand in brackets.
  mutating func flowValue(_ value: DraftValue, at path: ConfigPath) throws(EditError) -> DraftValue
  {
    switch value {
    case .scalar: return value
    case .text(let piece, let content):
      return isFlowText(piece, content) ? value : .text(style.spell(string: content), content)
    case .source(let node):
      guard let row = document.yaml?.rows[node.index], !row.flags.contains(.alias) else {
        return value
      }
      if document.kind(node) == .string, row.style != .template {
        let content = document.string(node) ?? ""
        if isFlowText(document.bytes[row.outer], content) { return value }
        guard row.flags.isDisjoint(with: [.anchor, .tag]), comments(in: value).isEmpty else {
          throw EditError(.inexpressible, path)
        }
        return .text(style.spell(string: content), content)
      }
      guard row.style == .block else { return value }
      return try rewritten(value, at: path)
    case .container(let index):
      return containers[index].isBlock ? try rewritten(value, at: path) : value
    }
  }

  /// Whether a scalar means the same in brackets: it is quoted, or plain without special characters.
  private func isFlowText(_ piece: Piece, _ content: String) -> Bool {
    if piece.contains(0x0A) || piece.contains(0x0D) { return false }
    let first = piece.first
    return first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
      || YAMLSpelling.isPlain(content) && piece.elementsEqual(content.utf8)
  }

  /// A collection that was written by indentation, in brackets; its comments have no place there.
  private mutating func rewritten(
    _ value: DraftValue, at path: ConfigPath
  ) throws(EditError) -> DraftValue {
    guard comments(in: value).isEmpty, let plain = newValue(value) else {
      throw EditError(.inexpressible, path)
    }
    return spelled(
      plain, in: YAMLPlace(column: -1, isItem: false), like: nil)
  }

  /// What a value means; nil where more than its meaning would be lost.
  private func newValue(_ value: DraftValue) -> NewValue? {
    if case .source(let node) = value, let row = document.yaml?.rows[node.index],
      !row.flags.isDisjoint(with: [.alias, .anchor, .tag, .borrowed, .oddKey])
        || row.style == .template
    {
      return nil
    }
    switch kind(value) {
    case .string: return .string(string(value))
    case .number: return .number(String(decoding: text(value), as: UTF8.self))
    case .boolean: return .boolean(isTrue(value))
    case .null: return .null
    case .array:
      var items: [NewValue] = []
      for child in children(value) {
        guard let item = newValue(child.value) else { return nil }
        items.append(item)
      }
      return .array(items)
    case .object:
      var members: [NewValue.Member] = []
      for child in children(value) {
        guard let member = newValue(child.value) else { return nil }
        members.append(NewValue.Member(notation.decodeKey(child.key), member))
      }
      return .object(members)
    }
  }
}
