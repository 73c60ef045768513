package import ConfigDocument
package import Diagnostics

/// Edits that a user asked for, one after another, with the ledger and the proof of a migration.
///
/// Nothing else is touched: no migration runs, whatever shape the config has (FM-59).
package struct EditSession: Sendable {
  private let id: String
  private var draft: Draft
  private var ledger = Ledger()
  private var changes: [Change] = []
  private let lines: LineIndex
  /// The config as it is now; nil when it must be read anew.
  private var current: ConfigDocument?
  private let mayInclude: Bool

  /// Begins with a config.
  ///
  /// - Parameters:
  ///   - document: the config.
  ///   - separate: values that come from texts of their own, and these.
  ///   - id: what the edits are for, in the report: `config-set`.
  package init(
    _ document: ConfigDocument, separate: [NodeID: ConfigDocument] = [:], id: String
  ) {
    self.id = id
    draft = Draft(document, separate: separate)
    lines = LineIndex(document.bytes)
    current = document
    var mayInclude = false
    document.forEachKey { key in
      if !mayInclude { mayInclude = document.unescaped(key) == "$include" }
    }
    self.mayInclude = mayInclude
  }

  /// The config with all edits so far.
  ///
  /// - Returns: a document of which the paths are those that the next edit may name.
  /// - Throws: `EditRefusal.unreadable`.
  package mutating func document() throws(EditRefusal) -> ConfigDocument {
    if let current { return current }
    guard let document = try? draft.document.reading(draft.render()) else { throw .unreadable }
    current = document
    return document
  }

  /// The path with the digits of a JSON Pointer as a position wherever they lead into an array.
  ///
  /// - Parameter path: a path as it was read.
  /// - Returns: the path whose steps say what they are.
  package func resolved(_ path: ConfigPath) -> ConfigPath { draft.resolved(path) }

  /// What stands at a path now; nil when nothing does.
  ///
  /// - Parameter path: a path.
  /// - Returns: the kind of the value.
  package func kind(at path: ConfigPath) -> NodeKind? { draft.kind(at: path) }

  /// Whether a scalar of another document is what stands at a path now.
  ///
  /// - Parameters:
  ///   - node: a scalar.
  ///   - document: where it stands.
  ///   - path: a path.
  /// - Returns: nil where one of the two is an object, an array or not there.
  package func isSame(
    _ node: NodeID, of document: ConfigDocument, at path: ConfigPath
  ) -> Bool? {
    guard let kind = draft.kind(at: path), !kind.isContainer, !document.kind(node).isContainer
    else { return nil }
    guard kind == document.kind(node) else { return false }
    switch kind {
    case .string:
      return (draft.string(at: path) ?? "").utf8.elementsEqual((document.string(node) ?? "").utf8)
    case .number:
      return StrictNumber.isSame(draft.spelling(at: path) ?? "", document.text(node))
    default: return draft.spelling(at: path) == document.text(node)
    }
  }

  /// The number of members or items at a path now.
  ///
  /// - Parameter path: a path.
  /// - Returns: 0 when there is no container.
  package func count(at path: ConfigPath) -> Int { draft.count(at: path) }

  /// Makes an edit, or refuses it and leaves everything as it was.
  ///
  /// - Parameters:
  ///   - edit: what to do.
  ///   - message: what to say of a new value, in the imperative; nil for words of its own.
  /// - Throws: `EditRefusal`.
  package mutating func make(
    _ edit: ConfigEdit, saying message: Message? = nil
  ) throws(EditRefusal) {
    switch edit {
    case .set(let value, let path): try set(value, at: draft.resolved(path), message)
    case .insert(let value, let path): try insert(value, at: draft.resolved(path))
    case .remove(let path): try remove(draft.resolved(path))
    case .move(let source, let target): try move(draft.resolved(source), to: target)
    }
    current = nil
  }

  /// Ends the session.
  ///
  /// - Returns: what is to be written, proven.
  /// - Throws: `PlanError` when the result must not be written; that is a defect of ours.
  package func plan() throws(PlanError) -> MigrationPlan {
    let before = draft.document
    guard !ledger.isEmpty else {
      return MigrationPlan(
        before: before, after: before, changes: [], findings: [], ledger: ledger, draft: draft)
    }
    guard let after = try? draft.document.reading(draft.render()) else { throw .unreadable }
    let violations = ConservationProof.violations(before: before, after: after, ledger: ledger)
    guard violations.isEmpty else { throw .unproven(violations) }
    return MigrationPlan(
      before: before, after: after, changes: changes, findings: [], ledger: ledger, draft: draft)
  }

  // MARK: Edits

  private mutating func set(
    _ value: NewValue, at path: ConfigPath, _ message: Message?
  ) throws(EditRefusal) {
    try checkIncludes(above: path)
    let isThere = draft.kind(at: path) != nil
    let span = span(of: path)
    try edit { draft throws(EditError) in try draft.set(value, at: path) }
    ledger.record(isThere ? .converted(path, to: path) : .added(path), by: id)
    record(
      isThere ? .convert : .set, from: isThere ? path : nil, to: path, at: span,
      message ?? (isThere ? "change \(path)" : "set \(path)"))
  }

  private mutating func insert(_ value: NewValue, at path: ConfigPath) throws(EditRefusal) {
    guard case .index(let index)? = path.steps.last, let array = path.parent else {
      throw .edit(EditError(.notAContainer, path))
    }
    try checkIncludes(above: path)
    let count = draft.count(at: array)
    guard draft.kind(at: array) == .array, index <= count else {
      throw .edit(EditError(.noSuchPath, path))
    }
    let end = array.appending(index: count)
    try edit { draft throws(EditError) in
      try draft.insert(value, at: end, placement: index == count ? .last : .index(index))
    }
    ledger.record(.added(end), by: id)
    if index < count { ledger.record(.reordered(array, from: count, to: index), by: id) }
    record(.set, from: nil, to: path, at: nil, "insert \(path)")
  }

  private mutating func remove(_ path: ConfigPath) throws(EditRefusal) {
    try checkIncludes(above: path)
    let span = span(of: path)
    try edit { draft throws(EditError) in try draft.remove(path) }
    ledger.record(.removed(path), by: id)
    record(.remove, from: path, to: nil, at: span, "remove \(path)")
  }

  private mutating func move(
    _ source: ConfigPath, to wanted: ConfigPath
  ) throws(EditRefusal) {
    guard source != wanted else { return }
    // Where the target is now: behind an item that leaves its array, the others move up.
    let target = wanted.before(removing: source)
    try checkIncludes(above: source)
    try checkIncludes(above: target)
    guard let array = target.parent, case .index(let index)? = wanted.steps.last,
      draft.kind(at: array) == .array
    else { return try moveMember(source, to: target, standing: wanted) }
    let isInside = source.parent == array
    let count = draft.count(at: array)
    let last = isInside ? count - 1 : count
    guard index <= last else { throw .edit(EditError(.noSuchPath, target)) }
    let span = span(of: source)
    try edit { draft throws(EditError) in
      try draft.move(
        source, to: array.appending(index: count),
        placement: index == last ? .last : .index(index))
    }
    let place = (wanted.parent ?? array).appending(index: last)
    ledger.record(.moved(source, to: place), by: id)
    if index < last {
      ledger.record(.reordered(wanted.parent ?? array, from: last, to: index), by: id)
    }
    record(.move, from: source, to: wanted, at: span, "move \(source) to \(wanted)")
  }

  private mutating func moveMember(
    _ source: ConfigPath, to target: ConfigPath, standing wanted: ConfigPath
  ) throws(EditRefusal) {
    let span = span(of: source)
    try edit { draft throws(EditError) in try draft.move(source, to: target) }
    ledger.record(.moved(source, to: wanted), by: id)
    record(
      source.parent == wanted.parent ? .rename : .move, from: source, to: wanted, at: span,
      "move \(source) to \(wanted)")
  }

  // MARK: Accounts

  private mutating func edit(
    _ body: (inout Draft) throws(EditError) -> Void
  ) throws(EditRefusal) {
    do throws(EditError) {
      try body(&draft)
    } catch {
      throw .edit(error)
    }
  }

  /// An edit in an object that still includes other files is refused: they may have the very key.
  private func checkIncludes(above path: ConfigPath) throws(EditRefusal) {
    guard mayInclude else { return }
    for depth in path.steps.indices {
      let owner = ConfigPath(Array(path.steps[..<depth]))
      if draft.kind(at: owner.appending(key: "$include")) != nil { throw .includes(owner) }
    }
  }

  private func span(of path: ConfigPath) -> SourceSpan? {
    draft.origin(at: path).map { node in
      lines.span(draft.document.keyRange(node) ?? draft.document.range(node))
    }
  }

  private mutating func record(
    _ action: Change.Action, from source: ConfigPath?, to target: ConfigPath?, at span: SourceSpan?,
    _ message: Message
  ) {
    changes.append(
      Change(
        migration: id, action: action, source: source, target: target, span: span, message: message)
    )
  }
}

extension ConfigPath {
  /// Where something stands before an item of an array goes away that afterwards stands at this
  /// path.
  ///
  /// - Parameter item: what goes away.
  /// - Returns: this path, or the one further behind in the array.
  package func before(removing item: ConfigPath) -> ConfigPath {
    guard case .index(let gap)? = item.steps.last, let array = item.parent,
      array.isPrefix(of: self), steps.count > array.steps.count,
      case .index(let index) = steps[array.steps.count], index >= gap
    else { return self }
    var result = self
    result.steps[array.steps.count] = .index(index + 1)
    return result
  }
}
