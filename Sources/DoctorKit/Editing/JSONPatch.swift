internal import ConfigDocument
internal import Diagnostics
internal import Migrations

/// A list of operations (RFC 6902), done in order on a session: all or, since the session is thrown
/// away then, none.
struct JSONPatch {
  /// Why the list cannot be done.
  struct Failure: Error {
    let message: Message
    let help: Message
    /// The operation in the patch.
    let node: NodeID
    /// The place in the config; nil where the operation itself is malformed.
    var path: ConfigPath?
  }

  let document: ConfigDocument
  /// The config before the first operation.
  let config: ConfigDocument
  let isStrict: Bool
  /// The place in the config that pointers begin at.
  let base: ConfigPath

  /// Does all operations.
  ///
  /// - Parameter session: the config; after a failure it is of no use.
  /// - Throws: `Failure` for the first operation that cannot be done.
  func apply(to session: inout EditSession) throws(Failure) {
    for node in document.children(document.root) { try apply(node, to: &session) }
  }

  private func apply(_ node: NodeID, to session: inout EditSession) throws(Failure) {
    guard document.kind(node) == .object,
      let word = document.member("op", of: node).flatMap({ document.string($0) })
    else { throw malformed(node, "an operation is an object with `op`") }
    let path = try pointer("path", of: node)
    switch word {
    case "add": try add(value(of: node), at: path, node, &session)
    case "remove":
      let place = try standing(at: path, node, session)
      try make(.remove(place), node, &session)
    case "replace":
      let place = try standing(at: path, node, session)
      try put(value(of: node), over: place, node, &session)
    case "move": try move(try pointer("from", of: node), to: path, node, &session)
    case "copy":
      let source = try standing(at: try pointer("from", of: node), node, session)
      let now = try current(node, &session)
      guard let found = now.node(at: source) else { throw nothing(at: source, node) }
      let value = NewValue(now, found, isStrict: isStrict).document
      guard let value else { throw nothing(at: source, node) }
      try add((value, value.root), at: path, node, &session)
    case "test":
      let place = try standing(at: path, node, session)
      let now = try current(node, &session)
      let wanted = try value(of: node)
      guard let found = now.node(at: place),
        comparison(wanted.document, now).isSame(wanted.node, found)
      else {
        throw Failure(
          message: "the test of \(place) fails: it has another value",
          help: "see what the config has there, and adapt the patch", node: node, path: place)
      }
    default:
      throw malformed(node, "`op` is one of add, remove, replace, move, copy and test")
    }
  }

  // MARK: Operations

  private func add(
    _ value: (document: ConfigDocument, node: NodeID), at path: ConfigPath, _ node: NodeID,
    _ session: inout EditSession
  ) throws(Failure) {
    let place = try target(path, node, session)
    guard case .index? = place.steps.last else {
      if session.kind(at: place) != nil { return try put(value, over: place, node, &session) }
      return try make(.set(newValue(value), at: place), node, &session)
    }
    try make(.insert(newValue(value), at: place), node, &session)
  }

  private func newValue(_ value: (document: ConfigDocument, node: NodeID)) -> NewValue {
    NewValue(value.document, value.node, isStrict: isStrict)
  }

  /// Replaces a value by another one; what both have keeps its bytes.
  private func put(
    _ value: (document: ConfigDocument, node: NodeID), over place: ConfigPath, _ node: NodeID,
    _ session: inout EditSession
  ) throws(Failure) {
    let now = try current(node, &session)
    guard let found = now.node(at: place) else { throw nothing(at: place, node) }
    var difference = ValueDiff(comparison(value.document, now))
    difference.isStrict = isStrict
    difference.compare(value.node, with: found, at: place, .exact)
    for edit in difference.edits { try make(edit, node, &session) }
  }

  private func move(
    _ from: ConfigPath, to path: ConfigPath, _ node: NodeID, _ session: inout EditSession
  ) throws(Failure) {
    let source = try standing(at: from, node, session)
    if from == path { return }
    if from.isPrefix(of: path) {
      throw Failure(
        message: "\(source) cannot be moved into itself", help: "move what is in it", node: node,
        path: source)
    }
    // The target is where the value will stand once it is gone from its old place.
    var without = session
    try make(.remove(source), node, &without)
    let place = try target(path, node, without)
    if place.isPrefix(of: source) {
      let now = try current(node, &session)
      guard let found = now.node(at: source) else { throw nothing(at: source, node) }
      return try make(
        .set(NewValue(now, found, isStrict: isStrict), at: place), node, &session)
    }
    if place.lastKey != nil, without.kind(at: place) != nil {
      try make(.remove(place.before(removing: source)), node, &session)
    }
    try make(.move(source, to: place), node, &session)
  }

  // MARK: Places

  private func make(
    _ edit: ConfigEdit, _ node: NodeID, _ session: inout EditSession
  ) throws(Failure) {
    do throws(EditRefusal) {
      try session.make(edit)
    } catch {
      let words = error.words(for: edit, in: config)
      throw Failure(message: words.message, help: words.help, node: node, path: words.path)
    }
  }

  private func current(
    _ node: NodeID, _ session: inout EditSession
  ) throws(Failure) -> ConfigDocument {
    do throws(EditRefusal) {
      return try session.document()
    } catch {
      throw Failure(
        message: "the config cannot be read after an operation", help: "report the defect",
        node: node)
    }
  }

  /// The path of something that must be there.
  private func standing(
    at path: ConfigPath, _ node: NodeID, _ session: EditSession
  ) throws(Failure) -> ConfigPath {
    let place = session.resolved(path)
    guard session.kind(at: place) != nil else { throw nothing(at: place, node) }
    return place
  }

  /// The path of a place for something new, of which the parent must be there; `-` is the place
  /// behind the last item of a list.
  private func target(
    _ path: ConfigPath, _ node: NodeID, _ session: EditSession
  ) throws(Failure) -> ConfigPath {
    guard let parent = path.parent, let step = path.steps.last else { return path }
    let holder = session.resolved(parent)
    switch (session.kind(at: holder), step) {
    case (.object, .key): return holder.appending(step)
    case (.array, .key("-")): return holder.appending(index: session.count(at: holder))
    case (.array, _):
      guard case .index(let index)? = session.resolved(path).steps.last,
        index <= session.count(at: holder)
      else {
        throw Failure(
          message: "\(holder) has \(session.count(at: holder)) items, and no such place for one",
          help: "write a position, or - for the end", node: node, path: holder)
      }
      return holder.appending(index: index)
    default: throw nothing(at: holder, node)
    }
  }

  private func nothing(at path: ConfigPath, _ node: NodeID) -> Failure {
    Failure(
      message: "nothing stands at \(path)", help: "see clawdoctor config get for what is there",
      node: node, path: path)
  }

  private func malformed(_ node: NodeID, _ message: Message) -> Failure {
    Failure(message: message, help: "write it as RFC 6902 has it", node: node)
  }

  // MARK: Members of an operation

  private func pointer(_ name: String, of node: NodeID) throws(Failure) -> ConfigPath {
    guard let text = document.member(name, of: node).flatMap({ document.string($0) }),
      text.isEmpty || text.hasPrefix("/"), let path = try? ConfigPath(parsing: text)
    else { throw malformed(node, "`\(ours: name)` must be a JSON Pointer, as /gateway/port") }
    return ConfigPath(base.steps + path.steps)
  }

  private func value(
    of node: NodeID
  ) throws(Failure) -> (document: ConfigDocument, node: NodeID) {
    guard let value = document.member("value", of: node) else {
      throw malformed(node, "the operation has no `value`")
    }
    return (document, value)
  }

  private func comparison(_ new: ConfigDocument, _ old: ConfigDocument) -> ValueComparison {
    ValueComparison(new: new, old: old, masks: Masks(in: new), rule: .text)
  }
}
