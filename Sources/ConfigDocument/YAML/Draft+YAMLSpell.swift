internal import Diagnostics

/// Where a new value of YAML will stand.
struct YAMLPlace {
  /// Spaces in front of the member or item that it belongs to; -1 in brackets.
  var column: Int
  /// Whether it stands behind a dash.
  var isItem: Bool
  /// Whether it is the outermost value.
  var isRoot = false
}

extension Draft {
  /// The place of the members of a container.
  func place(in container: Int) -> YAMLPlace {
    YAMLPlace(
      column: containers[container].column, isItem: containers[container].kind == .array)
  }

  /// Writes a new value of YAML.
  ///
  /// - Parameters:
  ///   - value: what to write.
  ///   - place: where it will stand.
  ///   - old: the spelling of the value that it replaces.
  /// - Returns: a scalar's spelling, or a new container.
  mutating func spelled(_ value: NewValue, in place: YAMLPlace, like old: Piece?) -> DraftValue {
    switch value {
    case .string(let text): return .text(style.spell(string: text, like: old), text)
    case .number(let text):
      let spelling = YAMLSpelling.number(text) ?? Array(text.utf8)[...]
      return .scalar(spelling, .number)
    case .boolean(let flag): return .scalar(Array((flag ? "true" : "false").utf8)[...], .boolean)
    case .null: return .scalar(Array("null".utf8)[...], .null)
    case .object(let members):
      return container(.object, members.map { ($0.key, $0.value) }, in: place)
    case .array(let items): return container(.array, items.map { (nil, $0) }, in: place)
    }
  }

  private mutating func container(
    _ kind: NodeKind, _ children: [(key: String?, value: NewValue)], in place: YAMLPlace
  ) -> DraftValue {
    var container = DraftContainer(kind: kind, notation: .yaml)
    let isBlock = place.column >= 0 && !children.isEmpty
    if isBlock {
      let isFlush = kind == .array && style.yaml?.indentsItems == false
      container.column =
        place.isRoot
        ? 0 : place.isItem ? place.column + 2 : place.column + (isFlush ? 0 : style.unit.count)
    }
    let inner = YAMLPlace(column: container.column, isItem: kind == .array)
    for (number, child) in children.enumerated() {
      var member = DraftMember(value: spelled(child.value, in: inner, like: nil))
      let isInBlock = blockContainer(member.value) != nil
      if let key = child.key {
        member.key = style.spell(key: key, like: nil)
        member.mid = isInBlock ? Array(":".utf8)[...] : Array(": ".utf8)[...]
      } else if isBlock {
        member.mid = isInBlock ? [] : [0x20]
      }
      if isBlock {
        let isCompact = number == 0 && place.isItem
        member.lead =
          number == 0 && place.isRoot
          ? [] : isCompact ? [0x20] : (style.newline + Self.spaces(container.column))[...]
      } else {
        let padding = kind == .array ? [] : style.padding
        member.lead = (number == 0 ? padding : style.spacing)[...]
        member.hasComma = number < children.count - 1
      }
      container.members.append(member)
    }
    if !isBlock, !children.isEmpty, kind == .object { container.tail = style.padding[...] }
    containers.append(container)
    return .container(containers.count - 1)
  }

  /// The first number in a value that YAML has no spelling for.
  func inexpressibleNumber(in value: NewValue) -> Bool {
    switch value {
    case .number(let text): YAMLSpelling.number(text) == nil
    case .array(let items): items.contains { inexpressibleNumber(in: $0) }
    case .object(let members): members.contains { inexpressibleNumber(in: $0.value) }
    case .string, .boolean, .null: false
    }
  }
}
