internal import Diagnostics

/// Edits of members that stand on lines of their own.
extension Draft {
  /// Spaces in front of the members at a path, of a collection that is written by indentation.
  func blockColumn(at path: ConfigPath) -> Int? {
    switch value(at: path) {
    case .container(let index)? where containers[index].isBlock: return containers[index].column
    case .source(let node)?:
      guard let row = document.yaml?.rows[node.index], row.style == .block else { return nil }
      return Int(row.column)
    default: return nil
    }
  }

  /// Removes a member; its comments stay.
  mutating func removeFromBlock(_ place: Int, of container: Int) {
    let member = containers[container].members[place]
    let line = style.newline + Self.spaces(containers[container].column)
    var residue = Gap.isBlank(member.lead) ? [] : Array(Gap.trimmedEnd(member.lead))
    let isOnFirstLine = place == 0 && !Gap.hasLineEnd(member.lead)
    if isOnFirstLine { residue = Array(member.lead) }
    for comment in comments(of: member) {
      let needsLine = !isOnFirstLine || residue.count > member.lead.count
      residue += needsLine ? line + comment : Array(comment)
    }
    let isNothing = isOnFirstLine && residue.count == member.lead.count
    detachFromBlock(place, of: container, leaving: isNothing ? [] : residue[...])
  }

  /// Takes a member out; `residue` is text of it that stays.
  mutating func detachFromBlock(_ place: Int, of container: Int, leaving residue: Piece) {
    let removed = containers[container].remove(at: place)
    let count = containers[container].members.count
    guard place < count else {
      containers[container].tail = residue + containers[container].tail
      return
    }
    let next = containers[container].members[place].lead
    let isLineEnd = Gap.hasLineEnd(removed.lead)
    if place > 0 || !residue.isEmpty {
      let stays = Gap.endsInLineComment(residue) ? residue : Gap.trimmedEnd(residue)
      containers[container].members[place].lead = stays + next
    } else if !isLineEnd {
      // Behind a dash or at the start of the text the successor begins where the first one did.
      containers[container].members[0].lead =
        removed.lead + (Gap.isBlank(next) ? [] : Gap.trimmedStart(next))
    }
  }
}

extension Draft {
  /// Writes a new value in the place of another one.
  mutating func replace(
    _ place: Int, in container: Int, with value: NewValue, at path: ConfigPath
  ) throws(EditError) {
    let old = containers[container].members[place].value
    let oldText = kind(old).isContainer ? nil : text(old)
    try replace(place, in: container, at: path) { draft in
      draft.spelled(value, in: draft.place(in: container), like: oldText)
    }
  }

  /// Writes what a function makes in the place of a value; comments inside the old one stay.
  mutating func replace(
    _ place: Int, in container: Int, at path: ConfigPath, with make: (inout Draft) -> DraftValue
  ) throws(EditError) {
    var member = containers[container].members[place]
    let old = member.value
    if let obstacle = member.obstacle == .mergeKey ? .mergeKey : obstacle(toReplacing: old) {
      throw EditError(obstacle, path)
    }
    var comments = comments(in: old)
    let isBlock = containers[container].isBlock
    let wasCollection = blockContainer(old) != nil
    member.value = make(&self)
    let isCollection = blockContainer(member.value) != nil
    if isBlock, isCollection || wasCollection {
      comments = Gap.comments(in: member.mid) + comments
      if isCollection {
        comments += Gap.comments(in: member.trail)
        member.trail = []
      }
      try fit(&member, in: container, at: path)
    } else if let last = member.mid.last, last <= 0x20 {
      // There is space in front of the value already.
    } else if text(old).isEmpty {
      if member.mid.isEmpty, !member.key.isEmpty { member.mid = Array(":".utf8)[...] }
      if isBlock || !member.key.isEmpty { member.mid.append(0x20) }
    }
    member.lead = lead(member.lead, with: comments, in: container, at: path.parent ?? .root)
    containers[container].members[place] = member
  }

  /// A gap in front of a member with more comments at its end.
  private func lead(
    _ lead: Piece, with comments: [Piece], in container: Int, at path: ConfigPath
  ) -> Piece {
    let line = style.newline + memberIndentation(of: container, at: path)
    return comments.reduce(into: lead) { lead, comment in
      if let last = lead.last, last > 0x20 { lead.append(0x20) }
      lead += comment + line
    }
  }

  /// Puts a value into new objects at its own place: `a: 1` becomes `a:`, and `b: 1` below it.
  mutating func wrapYAML(
    _ place: Int, of container: Int, at source: ConfigPath, in inner: [ConfigPath.Step]
  ) throws(EditError) {
    let member = containers[container].members[place]
    let outer = containers[container]
    containers.append(emptyContainer(.object, in: container))
    let first = containers.count - 1
    containers[container].members[place].value = .container(first)
    if outer.isBlock {
      containers[container].members[place].lead = lead(
        member.lead, with: Gap.comments(in: member.mid), in: container,
        at: source.parent ?? .root)
      containers[container].members[place].mid =
        outer.kind == .array ? [] : Array(":".utf8)[...]
      takeTrail(place, of: container, into: first)
    } else if member.mid.isEmpty, outer.kind == .object {
      containers[container].members[place].mid = style.colon[...]
    }
    let target = ConfigPath(source.steps + inner)
    guard let last = inner.last, let parent = target.parent else { return }
    let deepest = try openCreating(parent, for: last, anchor: nil)
    var value = member.value
    if outer.isBlock {
      value = shifted(value, from: outer.column, to: containers[deepest].column)
    }
    try self.place(
      DraftMember(value: value), comments: [], as: target, in: deepest, placement: .last)
  }

  /// Makes a value fit into brackets.
  mutating func fitInFlow(
    _ member: inout DraftMember, in container: Int, at path: ConfigPath
  ) throws(EditError) {
    try fit(&member, in: container, at: path)
    guard containers[container].kind == .object else { return }
    let isQuoted =
      member.key.first == UInt8(ascii: "\"") || member.key.first == UInt8(ascii: "'")
    // Only behind a quote a colon needs no space.
    if let last = member.mid.last, last <= 0x20 || isQuoted { return }
    member.mid = style.colon[...]
  }
}
