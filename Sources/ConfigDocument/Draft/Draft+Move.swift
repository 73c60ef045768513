public import Diagnostics

extension Draft {
  /// Gives a member another key; place, value and comments stay.
  ///
  /// - Parameters:
  ///   - path: the member.
  ///   - key: its new, unescaped key.
  /// - Throws: `EditError` when the key is taken, nothing stands there or the way is ambiguous.
  public mutating func renameKey(_ path: ConfigPath, to key: String) throws(EditError) {
    guard notation == .json5 else {
      return try faithfully(path) { draft throws(EditError) in try draft.rename(path, to: key) }
    }
    try rename(path, to: key)
  }

  private mutating func rename(_ path: ConfigPath, to key: String) throws(EditError) {
    let path = resolved(path)
    takeStyle(at: path)
    guard let parent = path.parent, let step = path.steps.last, case .key = step else {
      throw EditError(.notAContainer, path)
    }
    let target = parent.appending(key: key)
    guard value(at: target) == nil else { throw EditError(.targetExists, target) }
    let container = try open(parent)
    let place = try memberPlace(step, in: container, at: path)
    if let obstacle = obstacle(toDetaching: place, from: container) {
      throw EditError(obstacle, path)
    }
    let old = containers[container].members[place].key
    containers[container].rename(place, to: style.spell(key: key, like: old))
  }

  /// Moves a value with its comments; objects that are missing on the way are made.
  ///
  /// A new member goes behind the place that its value came from when it has an ancestor in
  /// common, else to the end. A target below the source wraps the value in objects.
  ///
  /// - Parameters:
  ///   - source: what to move.
  ///   - target: where to; nothing may stand there.
  ///   - placement: where among its new siblings it goes; nil for the rule above.
  /// - Throws: `EditError` when something stands at the target, nothing at the source, or a way is
  ///   ambiguous or leads into a scalar.
  public mutating func move(
    _ source: ConfigPath, to target: ConfigPath, placement: Placement? = nil
  ) throws(EditError) {
    guard notation == .json5 else {
      return try faithfully(source) { draft throws(EditError) in
        try draft.relocate(source, to: target, placement: placement)
      }
    }
    try relocate(source, to: target, placement: placement)
  }

  private mutating func relocate(
    _ source: ConfigPath, to target: ConfigPath, placement: Placement?
  ) throws(EditError) {
    let source = resolved(source)
    let target = resolved(target)
    takeStyle(at: target)
    guard value(at: source) != nil else { throw EditError(.noSuchPath, source) }
    if hasDuplicate(on: source) { throw EditError(.duplicateKey, source) }
    if source.isPrefix(of: target) { return try wrap(source, in: target) }
    guard value(at: target) == nil else { throw EditError(.targetExists, target) }
    guard let sourceParent = source.parent, let sourceStep = source.steps.last,
      let targetParent = target.parent, let targetStep = target.steps.last
    else { throw EditError(.intoItself, source) }
    try checkWay(to: target)
    if sourceParent == targetParent, placement == nil, let key = target.lastKey {
      return try rename(source, to: key)
    }

    let from = try open(sourceParent)
    let place = try memberPlace(sourceStep, in: from, at: source)
    let oldIndentation = indentation(ofMembersAt: sourceParent)
    let to = try openCreating(targetParent, for: targetStep, anchor: source)
    var member = containers[from].members[place]
    if let obstacle = obstacle(toDetaching: place, from: from) ?? obstacle(toMoving: member.value) {
      throw EditError(obstacle, source)
    }
    var (stays, comments) = Gap.partLead(member.lead, isFirst: place == 0)
    if target.lastKey == nil || notation == .yaml { comments += Gap.comments(in: member.mid) }
    detach(place, from: from, leaving: stays)
    if !Gap.isBlank(member.beforeComma) { member.trail = member.beforeComma + member.trail }
    member.beforeComma = []
    member.hasComma = false
    member.value = reindented(
      valueOf: member, from: oldIndentation[...],
      to: memberIndentation(of: to, at: targetParent)[...])
    let isItem = target.lastKey == nil
    try self.place(
      member, comments: comments, as: target, in: to,
      placement: placement
        ?? (isItem ? .last : self.placement(behind: source, in: to, at: targetParent)))
  }

  /// Puts a value into new objects at its own place: `a: 1` becomes `a: { b: 1 }`.
  private mutating func wrap(_ source: ConfigPath, in target: ConfigPath) throws(EditError) {
    let inner = target.steps.dropFirst(source.steps.count)
    guard let last = inner.last, let parent = source.parent, let step = source.steps.last,
      inner.allSatisfy({ if case .key = $0 { true } else { false } })
    else { throw EditError(.intoItself, source) }
    let container = try open(parent)
    let place = try memberPlace(step, in: container, at: source)
    let value = containers[container].members[place].value
    if let obstacle = obstacle(toDetaching: place, from: container) ?? obstacle(toMoving: value) {
      throw EditError(obstacle, source)
    }
    if notation == .yaml {
      return try wrapYAML(place, of: container, at: source, in: Array(inner))
    }
    containers.append(DraftContainer(kind: .object, notation: .json5))
    containers[container].members[place].value = .container(containers.count - 1)
    let old = indentation(ofMembersAt: parent)
    let deepest = try openCreating(target.parent ?? source, for: last, anchor: nil)
    let new = memberIndentation(of: deepest, at: target.parent ?? source)
    let origin = containers[container].members[place].origin
    let member = DraftMember(
      value: reindented(
        valueOf: DraftMember(value: value, origin: origin), from: old[...], to: new[...]))
    try self.place(member, comments: [], as: target, in: deepest, placement: .last)
  }

  private mutating func reindented(
    valueOf member: DraftMember, from old: Piece, to new: Piece
  ) -> DraftValue {
    if let origin = member.origin, separate[origin] != nil { return member.value }
    return reindented(member.value, from: old, to: new)
  }

  /// A value whose lines begin at another indentation; strings and comments keep their bytes.
  private mutating func reindented(
    _ value: DraftValue, from old: Piece, to new: Piece
  ) -> DraftValue {
    if notation == .yaml { return shifted(value, from: old.count, to: new.count) }
    guard kind(value).isContainer, old != new else { return value }
    let index: Int
    switch value {
    case .container(let known): index = known
    case .source(let node):
      guard Gap.hasLineEnd(document.bytes[document.range(node)]) else { return value }
      containers.append(DraftContainer(node, of: document))
      index = containers.count - 1
    case .scalar, .text: return value
    }
    for place in containers[index].members.indices {
      var member = containers[index].members[place]
      member.lead = Gap.reindented(member.lead, from: old, to: new)
      member.mid = Gap.reindented(member.mid, from: old, to: new)
      member.beforeComma = Gap.reindented(member.beforeComma, from: old, to: new)
      member.trail = Gap.reindented(member.trail, from: old, to: new)
      member.value = reindented(valueOf: member, from: old, to: new)
      containers[index].members[place] = member
    }
    containers[index].tail = Gap.reindented(containers[index].tail, from: old, to: new)
    return .container(index)
  }
}
