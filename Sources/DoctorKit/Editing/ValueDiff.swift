internal import ConfigDocument
internal import Diagnostics
internal import Migrations
internal import Redaction

/// The smallest edits that make a value of a config what a document says.
///
/// What is the same on both sides keeps its bytes. A mask is never written: it stands for the value
/// that it hides, or is refused.
struct ValueDiff {
  /// How the members of an object are taken.
  enum MemberRule {
    /// What the document does not have stays.
    case merge
    /// What the document does not have stays, what is `null` goes (RFC 7396).
    case mergePatch
    /// What the document does not have goes.
    case exact
  }

  /// Why a value is not written.
  struct Refusal: Hashable {
    /// The kinds of reason.
    enum Reason {
      /// A mask has nothing in the config that it could stand for.
      case noCounterpart
      /// The label is not that of the value at its place.
      case otherLabel
      /// A mask could stand for one of several items of a list.
      case ambiguous
      /// The include at this place would become another one.
      case include
      /// A key stands more often than in the config.
      case repeated
    }

    let reason: Reason
    /// Where it would be written.
    let path: ConfigPath
    /// The value in the document.
    let node: NodeID
  }

  let comparison: ValueComparison
  /// The objects that stand for files, by the values that stand in their places.
  var includes: [NodeID: (document: ConfigDocument, node: NodeID)] = [:]
  /// Whether new numbers must be such as strict JSON has.
  var isStrict = false
  /// What is to be done, in order: each path is that at its turn.
  private(set) var edits: [ConfigEdit] = []
  /// What must not be done: then nothing is.
  private(set) var refusals: [Refusal] = []
  /// Members of objects, and items that are objects, that go away.
  private(set) var losses: [ConfigPath] = []

  private var new: ConfigDocument { comparison.new }
  private var old: ConfigDocument { comparison.old }
  private var isView: Bool { if case .view = comparison.rule { true } else { false } }

  init(_ comparison: ValueComparison) {
    self.comparison = comparison
  }

  /// Compares a value of the document with what stands at a place.
  ///
  /// - Parameters:
  ///   - node: the value of the document.
  ///   - place: what stands there.
  ///   - path: where.
  ///   - rule: how members of objects are taken.
  mutating func compare(
    _ node: NodeID, with place: NodeID, at path: ConfigPath, _ rule: MemberRule
  ) {
    if let include = includes[place], new.member("$include", of: node) != nil {
      // A view shows the include where the value of the file stands.
      let isKept = new.text(node) == include.document.text(include.node)
      if !isKept, !isSameInclude(node, include) { refuse(.include, node, path) }
      return
    }
    if let mask = comparison.mask(node) {
      if !comparison.isMask(mask, of: place) { refuse(.otherLabel, node, path) }
      return
    }
    switch (new.kind(node), old.kind(place)) {
    case (.object, .object): members(node, place, path, rule)
    case (.array, .array): items(node, place, path, rule)
    default:
      guard !comparison.isSame(node, place) else { return }
      note(lossOf: place, at: path)
      write(node, at: path, rule)
    }
  }

  private func isSameInclude(
    _ node: NodeID, _ include: (document: ConfigDocument, node: NodeID)
  ) -> Bool {
    ValueComparison(new: new, old: include.document, masks: comparison.masks, rule: .text)
      .isSame(node, include.node)
  }

  private mutating func refuse(_ reason: Refusal.Reason, _ node: NodeID, _ path: ConfigPath) {
    refusals.append(Refusal(reason: reason, path: path, node: node))
  }

  /// Writes a value of the document as it is.
  ///
  /// - Parameters:
  ///   - node: the value.
  ///   - path: where to.
  ///   - rule: whether members that are `null` are written.
  mutating func write(_ node: NodeID, at path: ConfigPath, _ rule: MemberRule) {
    if let value = value(of: node, at: path, rule) { edits.append(.set(value, at: path)) }
  }

  /// A value that may be written; nil when there are masks in it, which are refused.
  private mutating func value(
    of node: NodeID, at path: ConfigPath, _ rule: MemberRule
  ) -> NewValue? {
    // The key of the value itself is known to be none.
    let masks = comparison.masks.within(new.subtree(node)).map { NodeID($0) }
      .filter { $0 != node || comparison.mask($0) != nil }
    guard masks.isEmpty else {
      let depth = new.path(to: node).steps.count
      for (mask, way) in zip(masks, new.paths(to: masks)) {
        refuse(.noCounterpart, mask, ConfigPath(path.steps + way.steps.dropFirst(depth)))
      }
      return nil
    }
    return NewValue(new, node, isStrict: isStrict, leavesNullsOut: rule == .mergePatch)
  }

  // MARK: Objects

  private mutating func members(
    _ node: NodeID, _ place: NodeID, _ path: ConfigPath, _ rule: MemberRule
  ) {
    var there: [[UInt8]: [NodeID]] = [:]
    for child in old.children(place) {
      there[Array(comparison.shownKey(of: child).utf8), default: []].append(child)
    }
    var wanted: [[UInt8]: Int] = [:]
    for child in new.children(node) { wanted[Array((new.key(child) ?? "").utf8), default: 0] += 1 }
    var passed: [[UInt8]: Int] = [:]
    for child in new.children(node) {
      let key = new.key(child) ?? ""
      let bytes = Array(key.utf8)
      let known = there[bytes] ?? []
      if wanted[bytes] ?? 0 > 1 {
        // A view repeats a key that the config repeats: the n-th is the n-th.
        guard known.count == wanted[bytes] else {
          refuse(.repeated, child, path.appending(key: key))
          continue
        }
        let number = passed[bytes, default: 0]
        passed[bytes] = number + 1
        compare(child, with: known[number], at: path.appending(key: key), rule)
        continue
      }
      guard let known = known.last else {
        if rule == .mergePatch, new.kind(child) == .null { continue }
        let here = path.appending(key: key)
        if Redactor.containsLabel(key) {
          refuse(.noCounterpart, child, here)
        } else {
          write(child, at: here, rule)
        }
        continue
      }
      let here = path.appending(key: old.key(known) ?? key)
      if rule == .mergePatch, new.kind(child) == .null {
        // A view shows a `null` that is there as it is.
        if isView, old.kind(known) == .null { continue }
        remove(at: here)
      } else {
        compare(child, with: known, at: here, rule)
      }
    }
    guard rule == .exact else { return }
    for child in old.children(place) {
      let shown = Array(comparison.shownKey(of: child).utf8)
      if wanted[shown] == nil, there[shown]?.last == child {
        remove(at: path.appending(key: old.key(child) ?? ""))
      }
    }
  }

  private mutating func remove(at path: ConfigPath) {
    losses.append(path)
    edits.append(.remove(path))
  }

  /// Notes the entries below a value that goes away.
  private mutating func note(lossOf node: NodeID, at path: ConfigPath) {
    for (index, child) in old.children(node).enumerated() {
      let isObject = old.kind(child) == .object
      if let key = old.key(child) {
        losses.append(path.appending(key: key))
      } else if isObject {
        losses.append(path.appending(index: index))
      }
    }
  }

  // MARK: Arrays

  private mutating func items(
    _ node: NodeID, _ place: NodeID, _ path: ConfigPath, _ rule: MemberRule
  ) {
    let matches = ItemMatcher(comparison, new: node, old: place).result
    let news = Array(new.children(node))
    let olds = Array(old.children(place))
    for (index, match) in matches.enumerated() where match == .ambiguous {
      refuse(.ambiguous, news[index], path.appending(index: index))
    }
    if rule == .merge {
      return mergeItems(news, olds, matches, path)
    }
    var kept: [Int: Int] = [:]
    for (number, match) in matches.enumerated() {
      if case .old(let position) = match { kept[position] = number }
    }
    if news.count == olds.count, kept.allSatisfy({ $0 == $1 }) {
      // The others take the places of those that nobody kept.
      for index in news.indices {
        let here = path.appending(index: index)
        if kept[index] != nil || !comparison.hidesSomething(news[index]) {
          compare(news[index], with: olds[index], at: here, .exact)
        } else if matches[index] != .ambiguous {
          write(news[index], at: here, .exact)
        }
      }
      return
    }
    rearrange(news, olds, matches, kept, path)
  }

  /// Items go, come and move until the list is in order; then what changed in them is edited.
  private mutating func rearrange(
    _ news: [NodeID], _ olds: [NodeID], _ matches: [ItemMatcher.Match], _ kept: [Int: Int],
    _ path: ConfigPath
  ) {
    let gone = olds.indices.filter { kept[$0] == nil }
    losses += gone.filter { old.kind(olds[$0]) == .object }.map { path.appending(index: $0) }
    // What stands in the list now: positions of old items, nil for new ones.
    var order: [Int?] = Array(olds.indices)
    func remove() {
      for place in order.indices.reversed() {
        guard let position = order[place], kept[position] == nil else { continue }
        edits.append(.remove(path.appending(index: place)))
        order.remove(at: place)
      }
    }
    let places = kept.sorted { $0.key < $1.key }.map(\.value)
    // Comments of an item that goes stay in its place, and must not move along with another one.
    let isInOrder = places == places.sorted()
    if isInOrder { remove() }
    for (number, match) in matches.enumerated() {
      let here = path.appending(index: number)
      switch match {
      case .ambiguous: return
      case .old(let position):
        guard let now = order.firstIndex(of: position), now != number else { continue }
        edits.append(.move(path.appending(index: now), to: here))
        order.insert(order.remove(at: now), at: number)
      case .none:
        // What is refused ends it: nothing will be written.
        guard let value = value(of: news[number], at: here, .exact) else { return }
        edits.append(.insert(value, at: here))
        order.insert(nil, at: number)
      }
    }
    if !isInOrder { remove() }
    for (number, match) in matches.enumerated() {
      guard case .old(let position) = match else { continue }
      compare(news[number], with: olds[position], at: path.appending(index: number), .exact)
    }
  }

  /// Items that are there are changed, those that are not go to the end.
  private mutating func mergeItems(
    _ news: [NodeID], _ olds: [NodeID], _ matches: [ItemMatcher.Match], _ path: ConfigPath
  ) {
    var count = olds.count
    for (number, match) in matches.enumerated() {
      switch match {
      case .ambiguous: break
      case .old(let position):
        compare(news[number], with: olds[position], at: path.appending(index: position), .merge)
      case .none:
        guard let value = value(of: news[number], at: path.appending(index: count), .exact) else {
          continue
        }
        edits.append(.insert(value, at: path.appending(index: count)))
        count += 1
      }
    }
  }
}
