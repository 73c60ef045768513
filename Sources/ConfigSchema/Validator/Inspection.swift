internal import ConfigDocument

/// One walk over a document with the keys of one release.
///
/// It goes down only where the catalogue does, so the depth of its calls is bounded by the depth of
/// the catalogue, not by that of the document.
struct Inspection {
  let document: ConfigDocument
  /// The bytes of the document, for as long as the walk lasts.
  let input: UnsafeBufferPointer<UInt8>
  let tree: KeyTree
  let keys: KeySet
  /// Whether the first refusal is enough.
  var stopsAtRefusal = false
  /// The keys of the root to look below; nil for all.
  var sections: Set<String>?
  /// Whether another text may hold what is missing.
  var isPartial = false
  let landmarks: Landmarks
  /// Whether any object may include another file.
  private let mayInclude: Bool

  var breaches: [Breach] = []
  /// Whether one of them makes the release refuse the file, or may do so.
  var hasDoubt = false

  /// How many breaches are noted; a file with more is not a config, and each one costs time.
  static let limit = 1_000

  init(_ survey: Survey, input: UnsafeBufferPointer<UInt8>, keys: KeySet) {
    document = survey.document
    tree = survey.tree
    landmarks = survey.landmarks
    mayInclude = survey.mayInclude
    self.input = input
    self.keys = keys
  }

  /// Whether there is nothing more to find out.
  var isDone: Bool { stopsAtRefusal && hasDoubt || breaches.count >= Self.limit }

  mutating func run() {
    guard let row = tree.row(of: tree.root, at: keys.position) else { return }
    value(document.root, at: Place(node: tree.root), row, Scope(isPartial: isPartial))
  }

  // MARK: Values

  mutating func value(_ node: NodeID, at place: Place, _ row: KeyRow, _ outer: Scope) {
    let kind = document.kind(node)
    var scope = outer
    if row.flags.contains(.unenforced) { scope.isUnenforced = true }
    if keys.sourceKnowledge == .core, landmarks.isOfPlugin(place.node) { scope.isUncertain = true }
    if row.flags.contains(.rejected) {
      note(.rejectedKey, node, place, .refused, scope)
      return
    }
    if row.types.contains(.any) { return }
    if mayInclude, kind == .object, document.member("$include", of: node) != nil {
      // What stands there instead is not known here, not even its kind.
      if !row.types.accepts(.object) || document.childCount(node) == 1 { return }
      scope.isPartial = true
    }
    guard row.types.accepts(kind) else {
      note(.wrongType, node, place, .refused, scope)
      return
    }
    if row.flags.contains(.union) {
      union(node, at: place, scope)
      return
    }
    switch kind {
    case .object: object(node, at: place, row, scope)
    case .array: array(node, at: place, row, scope)
    case .string: string(node, at: place, row, scope)
    case .number: number(node, at: place, row, scope)
    case .boolean, .null: word(node, at: place, row, scope)
    }
  }

  private mutating func array(_ node: NodeID, at place: Place, _ row: KeyRow, _ scope: Scope) {
    let item = tree.child(of: place.node, named: "[]").flatMap { item in
      tree.row(of: item, at: keys.position).map { (Place(node: item), $0) }
    }
    var count = 0
    for child in document.children(node) {
      if let item {
        value(child, at: item.0, item.1, scope)
      } else if let position = tree.child(of: place.node, named: "[\(count)]"),
        let row = tree.row(of: position, at: keys.position)
      {
        value(child, at: Place(node: position), row, scope)
      }
      count += 1
      if isDone { return }
    }
    for limit in LimitList(row.limits, in: tree) {
      let isKept =
        limit.isNamed("minItems")
        ? count >= Int(limit.number)
        : limit.isNamed("maxItems")
          ? count <= Int(limit.number)
          : limit.isNamed("tupleLength") ? count == Int(limit.number) : true
      if !isKept, !scope.isPartial {
        note(.outOfBounds, node, place, .refused, scope, limit: limit.range)
      }
    }
  }

  // MARK: Notes

  mutating func note(
    _ kind: Breach.Kind, _ node: NodeID, _ place: Place, _ force: Breach.Force, _ scope: Scope,
    limit: Range<Int> = 0..<0
  ) {
    let breach = Breach(
      kind: kind, node: node, place: place, limit: limit, force: force,
      isUnenforced: scope.isUnenforced, isUncertain: scope.isUncertain)
    if breach.isDoubtful { hasDoubt = true }
    breaches.append(breach)
  }

  /// The bytes of a member's key without quotes and escapes.
  func withKey<Result>(
    of node: NodeID, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    guard let range = document.keyRange(node) else { return nil }
    var key = UnsafeBufferPointer(rebasing: input[range])
    if let quote = key.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      key = UnsafeBufferPointer(rebasing: key[1..<max(1, key.count - 1)])
    }
    guard key.contains(UInt8(ascii: "\\")) else { return body(key) }
    var text = document.key(node) ?? ""
    return text.withUTF8(body)
  }
}
