public import Diagnostics

extension Draft {
  /// Removes a member or an item.
  ///
  /// Its comments, also those inside its value, stay in its place: somebody wrote them on purpose.
  ///
  /// - Parameter path: what to remove.
  /// - Throws: `EditError` when nothing stands there or the way is ambiguous.
  public mutating func remove(_ path: ConfigPath) throws(EditError) {
    guard notation == .json5 else {
      return try faithfully(path) { draft throws(EditError) in try draft.take(path) }
    }
    try take(path)
  }

  private mutating func take(_ path: ConfigPath) throws(EditError) {
    let path = resolved(path)
    takeStyle(at: path)
    guard let parent = path.parent, let step = path.steps.last else {
      throw EditError(.notAContainer, path)
    }
    let container = try open(parent)
    let place = try memberPlace(step, in: container, at: path)
    let member = containers[container].members[place]
    if let obstacle = obstacle(toDetaching: place, from: container)
      ?? obstacle(toRemoving: member.value)
    {
      throw EditError(obstacle, path)
    }
    if containers[container].isBlock { return removeFromBlock(place, of: container) }
    let indentation = Gap.indentation(member.lead).map(Array.init)
    var residue = Gap.isBlank(member.lead) ? [] : Array(Gap.trimmedEnd(member.lead))
    for comment in comments(of: member) {
      let needsLine = indentation != nil || Gap.endsInLineComment(residue[...])
      residue += needsLine ? style.newline + (indentation ?? []) : style.spacing
      residue += comment
    }
    detach(place, from: container, leaving: residue[...])
  }

  /// Comments of a member behind its key: around the colon, in its value and behind it.
  func comments(of member: DraftMember) -> [Piece] {
    Gap.comments(in: member.mid) + comments(in: member.value) + Gap.comments(in: member.beforeComma)
      + Gap.comments(in: member.trail)
  }

  /// Comments inside a value.
  func comments(in value: DraftValue) -> [Piece] {
    switch value {
    case .scalar, .text: return []
    case .source(let node):
      guard document.kind(node).isContainer || document.yaml != nil else { return [] }
      return document.comments(inside: node).map { document.bytes[$0] }
    case .container(let index):
      let container = containers[index]
      return Gap.comments(in: container.opening)
        + container.members.flatMap { Gap.comments(in: $0.lead) + comments(of: $0) }
        + Gap.comments(in: container.tail)
    }
  }

  /// Takes a member out and mends commas and line ends around the place.
  ///
  /// `residue` is text of the member that stays.
  mutating func detach(_ place: Int, from container: Int, leaving residue: Piece) {
    if containers[container].isBlock {
      return detachFromBlock(place, of: container, leaving: residue)
    }
    let removed = containers[container].remove(at: place)
    let count = containers[container].members.count
    if place == count, count > 0 {
      containers[container].members[count - 1].hasComma = removed.hasComma
    }
    let isLast = place == count
    var next = isLast ? containers[container].tail : containers[container].members[place].lead
    if place == 0, !isLast {
      // The first member's lead opens the container: its successor takes its place.
      if Gap.isBlank(next), Gap.isBlank(removed.lead), residue.isEmpty { next = removed.lead }
    }
    if isLast, count == 0, residue.isEmpty, Gap.isBlank(next) { next = [] }
    if !residue.isEmpty {
      let indentation = Gap.indentation(removed.lead).map(Array.init) ?? []
      let needsLine = Gap.endsInLineComment(residue) && !Gap.endsLine(next)
      next = residue + (needsLine ? style.newline + indentation : []) + next
    }
    if isLast {
      containers[container].tail = next
    } else {
      containers[container].members[place].lead = next
    }
  }
}
