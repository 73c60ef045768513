extension Draft {
  /// Writes a new value in the style of the document.
  ///
  /// - Parameters:
  ///   - value: what to write.
  ///   - indentation: of the line that the value begins on.
  ///   - isMultiline: whether its members may stand on lines of their own.
  ///   - old: the spelling of the value that it replaces; a string takes its quotes.
  /// - Returns: a scalar's spelling, or a new container.
  mutating func spelled(
    _ value: NewValue, indentation: [UInt8], isMultiline: Bool, like old: Piece?
  ) -> DraftValue {
    switch value {
    case .string(let text): return .scalar(style.spell(string: text, like: old), .string)
    case .number(let text): return .scalar(Array(text.utf8)[...], .number)
    case .boolean(let flag): return .scalar(Array((flag ? "true" : "false").utf8)[...], .boolean)
    case .null: return .scalar(Array("null".utf8)[...], .null)
    case .object(let members):
      return container(
        .object, members.map { ($0.key, $0.value) }, indentation: indentation,
        isMultiline: isMultiline)
    case .array(let items):
      let isShort = items.count <= 8 && !items.contains { $0.isContainer }
      return container(
        .array, items.map { (nil, $0) }, indentation: indentation,
        isMultiline: isMultiline && !(isShort && !style.isStrict))
    }
  }

  private mutating func container(
    _ kind: NodeKind, _ children: [(key: String?, value: NewValue)], indentation: [UInt8],
    isMultiline: Bool
  ) -> DraftValue {
    var container = DraftContainer(kind: kind, notation: .json5)
    let inner = indentation + style.unit
    let isTight = !isMultiline && kind == .array
    for (number, child) in children.enumerated() {
      var member = DraftMember(
        value: spelled(child.value, indentation: inner, isMultiline: isMultiline, like: nil))
      let opening = isTight ? [] : style.padding
      member.lead =
        (isMultiline ? style.newline + inner : number == 0 ? opening : style.spacing)[...]
      if let key = child.key {
        member.key = style.spell(key: key, like: nil)
        member.mid = style.colon[...]
      }
      let isLast = number == children.count - 1
      member.hasComma = !isLast || (isMultiline && style.hasTrailingComma && !style.isStrict)
      container.members.append(member)
    }
    if !children.isEmpty {
      container.tail =
        (isMultiline ? style.newline + indentation : isTight ? [] : style.padding)[...]
    }
    containers.append(container)
    return .container(containers.count - 1)
  }
}

extension NewValue {
  var isContainer: Bool {
    switch self {
    case .array, .object: true
    case .string, .number, .boolean, .null: false
    }
  }
}
