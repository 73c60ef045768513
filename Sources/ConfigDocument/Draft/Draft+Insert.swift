public import Diagnostics

extension Draft {
  /// Where among its siblings a new member goes.
  public enum Placement: Sendable, Hashable {
    /// Behind all others.
    case last
    /// In front of all others.
    case first
    /// So that it has this position, counted from 0.
    case index(Int)
  }

  /// Writes a value: replaces what stands at the path, or inserts it with all objects on the way.
  ///
  /// - Parameters:
  ///   - value: the value.
  ///   - path: where to; an index one behind the last item appends to the array.
  ///   - placement: where among its siblings a member goes that is new.
  /// - Throws: `EditError` when a key on the way is ambiguous or leads into a scalar.
  public mutating func set(
    _ value: NewValue, at path: ConfigPath, placement: Placement = .last
  ) throws(EditError) {
    guard notation == .json5 else {
      if inexpressibleNumber(in: value) { throw EditError(.inexpressible, path) }
      return try faithfully(path) { draft throws(EditError) in
        try draft.write(value, at: path, placement: placement)
      }
    }
    try write(value, at: path, placement: placement)
  }

  private mutating func write(
    _ value: NewValue, at path: ConfigPath, placement: Placement
  ) throws(EditError) {
    let path = resolved(path)
    takeStyle(at: path)
    guard self.value(at: path) != nil else {
      return try add(value, at: path, placement: placement)
    }
    guard let parent = path.parent, let step = path.steps.last else {
      for comment in comments(in: root) { aside += comment + style.newline }
      guard notation == .json5 else {
        root = spelled(
          value, in: YAMLPlace(column: style.isMultiline ? 0 : -1, isItem: false, isRoot: true),
          like: text(root))
        return
      }
      root = spelled(value, indentation: [], isMultiline: style.isMultiline, like: text(root))
      return
    }
    let container = try open(parent)
    let place = try memberPlace(step, in: container, at: path)
    let old = containers[container].members[place].value
    if notation == .yaml { return try replace(place, in: container, with: value, at: path) }
    // Comments inside the old value stay: somebody wrote them on purpose.
    let lead = containers[container].members[place].lead
    containers[container].members[place].lead = with(comments(in: old), behind: lead)
    let isMultiline = Gap.hasLineEnd(containers[container].members[place].lead)
    containers[container].members[place].value = spelled(
      value, indentation: indentation(ofMembersAt: parent), isMultiline: isMultiline,
      like: text(old))
  }

  /// A gap in front of a member with more comments at its end.
  private func with(_ comments: [Piece], behind lead: Piece) -> Piece {
    let indentation = Gap.indentation(lead)
    return comments.reduce(into: lead) { lead, comment in
      let needsLine = indentation != nil || Gap.isLineComment(comment)
      lead += comment + (needsLine ? style.newline + (indentation ?? []) : [0x20])
    }
  }

  /// Inserts a value where nothing stands yet, with all objects on the way.
  ///
  /// - Parameters:
  ///   - value: the value.
  ///   - path: where to; an index one behind the last item appends to the array.
  ///   - placement: where among its siblings the member goes.
  /// - Throws: `EditError` when something stands there, or a key on the way is ambiguous or leads
  ///   into a scalar.
  public mutating func insert(
    _ value: NewValue, at path: ConfigPath, placement: Placement = .last
  ) throws(EditError) {
    guard notation == .json5 else {
      if inexpressibleNumber(in: value) { throw EditError(.inexpressible, path) }
      return try faithfully(path) { draft throws(EditError) in
        try draft.add(value, at: path, placement: placement)
      }
    }
    try add(value, at: path, placement: placement)
  }

  private mutating func add(
    _ value: NewValue, at path: ConfigPath, placement: Placement
  ) throws(EditError) {
    let path = resolved(path)
    takeStyle(at: path)
    guard self.value(at: path) == nil else { throw EditError(.targetExists, path) }
    try checkWay(to: path)
    guard let parent = path.parent, let step = path.steps.last else { return }
    let container = try openCreating(parent, for: step, anchor: nil)
    guard notation == .json5 else {
      growBlock(container)
      let member = DraftMember(value: spelled(value, in: self.place(in: container), like: nil))
      return try place(member, comments: [], as: path, in: container, placement: placement)
    }
    let isMultiline = isMultiline(container, at: parent)
    let indentation = memberIndentation(of: container, at: parent)
    let member = DraftMember(
      value: spelled(value, indentation: indentation, isMultiline: isMultiline, like: nil))
    try place(member, comments: [], as: path, in: container, placement: placement)
  }

  /// Refuses before anything is touched what could not be finished: ambiguous keys, scalars and
  /// gaps on the way to a path.
  func checkWay(to path: ConfigPath) throws(EditError) {
    if hasDuplicate(on: path) { throw EditError(.duplicateKey, path) }
    var value = root
    for (depth, step) in path.steps.enumerated() {
      let here = ConfigPath(Array(path.steps[...depth]))
      switch (step, kind(value)) {
      case (.key, .object): break
      case (.index(let index), .array):
        guard index <= children(value).count else { throw EditError(.noSuchPath, here) }
      default: throw EditError(.notAContainer, ConfigPath(Array(path.steps[..<depth])))
      }
      guard let next = child(step, of: value) else {
        for case .index(let index) in path.steps[(depth + 1)...] where index != 0 {
          throw EditError(.noSuchPath, here)
        }
        return
      }
      value = next
    }
  }

  /// The container at a path, taken apart; those that are missing on the way are made.
  ///
  /// - Parameters:
  ///   - path: where the container stands or will stand.
  ///   - child: the step that is to be taken from there; it says whether an object or an array is
  ///     made.
  ///   - anchor: a path; when a new member goes into one of its ancestors, it is put behind the
  ///     member on that way instead of at the end.
  /// - Returns: its index in `containers`.
  /// - Throws: `EditError` when the way to it is ambiguous, leads into a scalar or skips items.
  mutating func openCreating(
    _ path: ConfigPath, for child: ConfigPath.Step, anchor: ConfigPath?
  ) throws(EditError) -> Int {
    var known = path
    var missing: [ConfigPath.Step] = []
    while value(at: known) == nil, let step = known.steps.last, let parent = known.parent {
      missing.insert(step, at: 0)
      known = parent
    }
    var container = try open(known)
    for (number, step) in missing.enumerated() {
      let next = number + 1 < missing.count ? missing[number + 1] : child
      let isArray = if case .index = next { true } else { false }
      growBlock(container)
      containers.append(emptyContainer(isArray ? .array : .object, in: container))
      let member = DraftMember(value: .container(containers.count - 1))
      let created = known.appending(step)
      let isItem = if case .index = step { true } else { false }
      let placement =
        number == 0 && !isItem ? placement(behind: anchor, in: container, at: known) : .last
      try place(member, comments: [], as: created, in: container, placement: placement)
      known = created
      container = try open(known)
    }
    return container
  }

  /// The place behind the member of a container that an anchor passes through.
  func placement(behind anchor: ConfigPath?, in container: Int, at path: ConfigPath) -> Placement {
    guard let anchor, path.isPrefix(of: anchor), anchor.steps.count > path.steps.count,
      let place = memberIndex(anchor.steps[path.steps.count], in: container)
    else { return .last }
    return .index(place + 1)
  }

  /// Puts a member in, with line, indentation, quotes and commas like its siblings'.
  ///
  /// The member comes with its value and trail; the rest is filled in here. `comments` go above it
  /// when it stands on a line of its own, else in front of it; `path` is the one that it will have.
  mutating func place(
    _ member: DraftMember, comments: [Piece], as path: ConfigPath, in container: Int,
    placement: Placement
  ) throws(EditError) {
    guard let parent = path.parent, let step = path.steps.last else { return }
    var member = member
    // Only neighbours are copied: a copy of all members would make each edit as slow as the object
    // is large.
    let count = containers[container].members.count
    let position =
      switch placement {
      case .last: count
      case .first: 0
      case .index(let index): min(max(index, 0), count)
      }
    growBlock(container)
    if containers[container].isBlock {
      return try placeInBlock(member, comments: comments, as: path, in: container, at: position)
    }
    let sibling = count == 0 ? nil : containers[container].members[max(0, position - 1)]
    if case .key(let key) = step {
      member.key = style.spell(key: key, like: sibling?.key)
      let isPlain = sibling.map { Gap.isBlank($0.mid) && !Gap.hasLineEnd($0.mid) } ?? false
      // Comments around the colon of a member that moves go along.
      if member.mid.isEmpty || Gap.isBlank(member.mid) {
        member.mid = isPlain ? sibling?.mid ?? [] : style.colon[...]
      }
    } else {
      member.key = []
      member.mid = []
    }
    if notation == .yaml { try fitInFlow(&member, in: container, at: path) }
    let isMultiline = isMultiline(container, at: parent)
    let indentation = memberIndentation(of: container, at: parent)
    let needsLine = isMultiline || comments.contains(where: Gap.isLineComment)
    let gap: [UInt8] =
      if needsLine {
        style.newline + indentation
      } else if count == 0 {
        style.padding
      } else if count > 1, Gap.isBlank(containers[container].members[1].lead) {
        Array(containers[container].members[1].lead)
      } else {
        style.spacing
      }
    var lead = gap
    for comment in comments { lead += comment + (needsLine ? gap : [0x20]) }
    member.lead = lead[...]
    if count == 0 {
      fill(container, with: &member, isMultiline: needsLine, at: parent)
    } else if position == 0 {
      let first = containers[container].members[0].lead
      let (opening, rest) = Gap.split(first)
      let isTurned = !needsLine && comments.isEmpty && Gap.isBlank(first)
      member.lead = isTurned ? first : joined(opening, member.lead)
      containers[container].members[0].lead = isTurned ? gap[...] : rest
    }
    if position == count, let sibling {
      member.hasComma = sibling.hasComma
      containers[container].members[position - 1].hasComma = true
    } else if position < count {
      member.hasComma = true
    }
    containers[container].insert(member, at: position)
  }

  /// Makes room in an empty container for its first member; comments that stand in it stay.
  private mutating func fill(
    _ container: Int, with member: inout DraftMember, isMultiline: Bool, at path: ConfigPath
  ) {
    let tail = containers[container].tail
    let outer = indentation(
      ofMembersAt: path.parent ?? .root, isRoot: path.steps.isEmpty || isSeparate(path))
    member.hasComma = isMultiline && style.hasTrailingComma && !style.isStrict
    if !Gap.isBlank(tail) { member.lead = joined(Gap.trimmedEnd(tail), member.lead) }
    containers[container].tail = isMultiline ? (style.newline + outer)[...] : style.padding[...]
  }

  /// Two gaps in a row; behind a `//` comment a line end stands between them.
  func joined(_ first: Piece, _ second: Piece) -> Piece {
    guard Gap.endsInLineComment(first), !Gap.endsLine(second) else { return first + second }
    return first + style.newline + second
  }

  // MARK: Layout

  /// Whether members of a container stand on lines of their own.
  func isMultiline(_ container: Int, at path: ConfigPath) -> Bool {
    if containers[container].isBlock { return true }
    if let last = containers[container].members.last { return Gap.hasLineEnd(last.lead) }
    if Gap.hasLineEnd(containers[container].tail) { return true }
    guard let parent = path.parent, let step = path.steps.last, !isSeparate(path) else {
      return style.isMultiline
    }
    guard case .container(let outer)? = value(at: parent), let place = memberIndex(step, in: outer)
    else { return style.isMultiline }
    return Gap.hasLineEnd(containers[outer].members[place].lead)
  }

  /// As many members tell the indentation of a container; a large one on one line has none.
  private static var sampleSize: Int { 8 }

  /// The indentation that members of a container have or would have.
  func memberIndentation(of container: Int, at path: ConfigPath) -> [UInt8] {
    if containers[container].isBlock { return Self.spaces(containers[container].column) }
    for member in containers[container].members.suffix(Self.sampleSize).reversed() {
      if let indentation = Gap.indentation(member.lead) { return Array(indentation) }
    }
    guard let parent = path.parent, !isSeparate(path) else { return style.unit }
    return indentation(ofMembersAt: parent) + style.unit
  }

  /// The indentation of the members of the container at a path; that of the nearest outer one when
  /// they do not begin lines.
  func indentation(ofMembersAt path: ConfigPath, isRoot: Bool = false) -> [UInt8] {
    guard !isRoot else { return [] }
    if notation == .yaml, let column = blockColumn(at: path) { return Self.spaces(column) }
    if case .container(let container)? = value(at: path) {
      for member in containers[container].members.suffix(Self.sampleSize).reversed() {
        if let indentation = Gap.indentation(member.lead) { return Array(indentation) }
      }
    } else if case .source(let node)? = value(at: path), kind(.source(node)).isContainer {
      for member in DraftContainer(node, of: document).members.reversed() {
        if let indentation = Gap.indentation(member.lead) { return Array(indentation) }
      }
    }
    guard let parent = path.parent, !isSeparate(path) else {
      return style.isMultiline ? style.unit : []
    }
    return indentation(ofMembersAt: parent)
  }
}
