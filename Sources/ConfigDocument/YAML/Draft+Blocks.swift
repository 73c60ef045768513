internal import Diagnostics

/// Collections that are written by indentation.
extension Draft {
  /// Spaces.
  static func spaces(_ count: Int) -> [UInt8] { Array(repeating: 0x20, count: max(0, count)) }

  /// Spaces in front of the members of a new collection inside another one.
  func column(of kind: NodeKind, in container: Int) -> Int {
    let outer = containers[container].column
    if containers[container].kind == .array { return outer + 2 }
    return kind == .array && style.yaml?.indentsItems == false ? outer : outer + style.unit.count
  }

  /// An empty container that will be a member of another one.
  func emptyContainer(_ kind: NodeKind, in container: Int) -> DraftContainer {
    var new = DraftContainer(kind: kind, notation: notation)
    if containers[container].isBlock { new.column = column(of: kind, in: container) }
    return new
  }

  /// The container and the place in it at which another one stands; nil for the root.
  ///
  /// Not by its path: while something moves inside an array, paths do not hold.
  private func holder(of container: Int) -> (container: Int, place: Int)? {
    for index in containers.indices.reversed() {
      for (place, member) in containers[index].members.enumerated() {
        if case .container(container) = member.value { return (index, place) }
      }
    }
    return nil
  }

  /// Gives up the brackets of an empty collection where its members can stand on lines.
  mutating func growBlock(_ container: Int) {
    guard notation == .yaml, !containers[container].isBlock,
      containers[container].members.isEmpty, Gap.isBlank(containers[container].tail)
    else { return }
    if let holder = holder(of: container) {
      guard containers[holder.container].isBlock else { return }
      containers[container].tail = []
      containers[container].column = column(of: containers[container].kind, in: holder.container)
      containers[holder.container].members[holder.place].mid =
        containers[holder.container].kind == .array ? [] : Array(":".utf8)[...]
      if !containers[container].opening.isEmpty {
        containers[container].opening = [0x20] + Gap.trimmed(containers[container].opening)
      }
      takeTrail(holder.place, of: holder.container, into: container)
    } else {
      guard style.isMultiline else { return }
      containers[container].tail = []
      containers[container].column = 0
    }
  }

  /// A comment behind a value that becomes a collection belongs on the line of its key.
  mutating func takeTrail(_ place: Int, of outer: Int, into container: Int) {
    let trail = containers[outer].members[place].trail
    guard !Gap.isBlank(trail) else { return }
    containers[container].tail = trail + containers[container].tail
    containers[outer].members[place].trail = []
  }

  /// Puts a member on a line of its own; it comes with its value and trail.
  mutating func placeInBlock(
    _ member: DraftMember, comments: [Piece], as path: ConfigPath, in container: Int,
    at position: Int
  ) throws(EditError) {
    var member = member
    let known = containers[container]
    let line = style.newline + Self.spaces(known.column)
    if case .key(let key)? = path.steps.last {
      let siblings = known.members[..<position].reversed() + known.members[position...]
      let sibling = siblings.first { $0.obstacle == nil }
      member.key = style.spell(key: key, like: sibling?.key)
      guard member.key.count <= 1_000 else { throw EditError(.inexpressible, path) }
    } else {
      member.key = []
    }
    member.mid = []
    member.hasComma = false
    try fit(&member, in: container, at: path)
    let own: [UInt8] = comments.reduce(into: []) { $0 += $1 + line }
    if known.members.isEmpty {
      var lead = firstLead(of: container)[...]
      let tail = known.tail
      if !Gap.isBlank(tail) {
        let needsSpace = tail.first == UInt8(ascii: "#") && !path.steps.dropLast().isEmpty
        lead = (needsSpace ? [0x20] : []) + Gap.trimmedEnd(tail) + line
      }
      member.lead = lead + own
      containers[container].tail = []
    } else if position > 0 {
      member.lead = (line + own)[...]
    } else if !Gap.hasLineEnd(known.members[0].lead) {
      member.lead = known.members[0].lead + own
      containers[container].members[0].lead = line[...]
    } else {
      let (opening, rest) = Gap.split(known.members[0].lead)
      member.lead = joined(opening, (line + own)[...])
      containers[container].members[0].lead = rest
    }
    containers[container].insert(member, at: position)
  }

  /// What stands in front of the first member of a collection.
  private func firstLead(of container: Int) -> [UInt8] {
    let column = containers[container].column
    guard let holder = holder(of: container) else {
      return containers[container].opening.isEmpty ? [] : style.newline
    }
    let outer = containers[holder.container]
    if outer.kind == .array, containers[container].opening.isEmpty {
      return Self.spaces(column - outer.column - 1)
    }
    return style.newline + Self.spaces(column)
  }

  /// Makes a value fit behind the key or dash of a new place.
  mutating func fit(
    _ member: inout DraftMember, in container: Int, at path: ConfigPath
  ) throws(EditError) {
    let outer = containers[container]
    let isItem = outer.kind == .array
    guard outer.isBlock else {
      member.value = try flowValue(member.value, at: path)
      if !isItem, member.mid.isEmpty { member.mid = style.colon[...] }
      return
    }
    guard let inner = blockContainer(member.value) else {
      let isNothing = text(member.value).isEmpty && kind(member.value) == .null
      member.mid = isItem ? [] : Array(":".utf8)[...]
      if !isNothing { member.mid.append(0x20) }
      return
    }
    member.value = .container(inner)
    member.mid = isItem ? [] : Array(":".utf8)[...]
    let known = containers[inner]
    let least = !isItem && known.kind == .array ? outer.column : outer.column + 1
    if known.column < least {
      let column = column(of: known.kind, in: container)
      member.value = shifted(
        .container(inner), from: known.column, to: column, keepsFirstLine: true)
    }
    guard !containers[inner].members.isEmpty else { return }
    let column = containers[inner].column
    let lead = containers[inner].members[0].lead
    if isItem, known.opening.isEmpty, Gap.isBlank(lead) {
      containers[inner].members[0].lead = Self.spaces(column - outer.column - 1)[...]
    } else if !Gap.hasLineEnd(lead) {
      containers[inner].members[0].lead = (style.newline + Self.spaces(column))[...]
    }
    if !Gap.isBlank(member.trail) {
      let lead = containers[inner].members[0].lead
      let line = Gap.hasLineEnd(lead) ? lead : (style.newline + Self.spaces(column))[...]
      containers[inner].members[0].lead = member.trail + line
      member.trail = []
    }
  }

  /// A value as a container that is written by indentation; nil for all others.
  mutating func blockContainer(_ value: DraftValue) -> Int? {
    switch value {
    case .container(let index): return containers[index].isBlock ? index : nil
    case .source(let node):
      guard let row = document.yaml?.rows[node.index], row.style == .block,
        row.flags.isDisjoint(with: [.alias, .borrowed])
      else { return nil }
      containers.append(DraftContainer(node, of: document))
      return containers.count - 1
    case .scalar, .text: return nil
    }
  }
}
