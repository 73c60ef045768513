package import ConfigDocument
package import Diagnostics

/// Holds a result against its input and the ledger, knowing nothing of how it was made.
///
/// Both texts are read anew. Each leaf of the input is kept, moved, converted, superseded or
/// removed as the ledger says, each leaf of the result comes from the input or was added as the
/// ledger says, and every comment of the input is in the result. A difference that the ledger does
/// not explain is a violation, and a result with one is never written.
package struct ConservationProof {
  /// A difference that the ledger does not explain.
  package enum Violation: Sendable, Hashable {
    /// A value of the input is nowhere in the result.
    case lost(ConfigPath)
    /// A value of the input has another content in the result.
    case altered(ConfigPath)
    /// A value of the result comes from nowhere.
    case invented(ConfigPath)
    /// Comments of the input are missing in the result: how many.
    case comments(Int)
  }

  private let before: ConfigDocument
  private let after: ConfigDocument
  private let events: [Ledger.Event]
  private let index: EventIndex
  /// Paths that the ledger names: only there can something differ.
  private var named = PathTrie()
  /// Paths of the result that the ledger says are new or converted.
  private var explained = PathTrie()
  private var finder: NodeFinder
  private var claimed: [Bool]
  private var violations: [Violation] = []

  /// Looks for unexplained differences.
  ///
  /// - Parameters:
  ///   - before: the input.
  ///   - after: the result, read from its text.
  ///   - ledger: what was done.
  /// - Returns: the violations; none means that nothing is lost.
  package static func violations(
    before: ConfigDocument, after: ConfigDocument, ledger: Ledger
  ) -> [Violation] {
    var proof = ConservationProof(before: before, after: after, ledger: ledger)
    proof.checkInput(before.root, at: .root, beside: after.root)
    proof.checkResult(after.root, at: .root)
    proof.checkComments()
    return proof.violations
  }

  private init(before: ConfigDocument, after: ConfigDocument, ledger: Ledger) {
    self.before = before
    self.after = after
    events = ledger.entries.map(\.event)
    index = EventIndex(events)
    finder = NodeFinder(after)
    for (number, event) in events.enumerated() {
      for path in event.paths { named.insert(path, number) }
      // Items of an array that one left or moved in have other positions: all of it is looked at.
      if let array = event.shiftedArray { named.insert(array, number) }
      switch event {
      case .added(let place), .converted(_, to: let place):
        switch index.fate(of: place, from: number + 1) {
        case .kept(let place), .converted(let place): explained.insert(place, number)
        case .gone: break
        }
      case .superseded(let path, let other):
        // A value may only be given up for one that is really there.
        switch index.fate(of: other, from: number + 1) {
        case .kept(let place), .converted(let place):
          if finder.node(at: place) == nil { violations.append(.lost(path)) }
        case .gone: break
        }
      case .moved, .removed, .emptied, .reordered: break
      }
    }
    claimed = Array(repeating: false, count: after.nodeCount)
  }

  // MARK: From the input

  /// Checks a value of the input and all below it.
  ///
  /// `twin` is the value at the same path in the result, where nothing can have moved it.
  private mutating func checkInput(_ node: NodeID, at path: ConfigPath, beside twin: NodeID?) {
    guard named.touches(path) else {
      guard let twin else { return violations.append(.lost(path)) }
      let isSame = before.bytes[before.range(node)] == after.bytes[after.range(twin)]
      if !isSame { violations.append(.altered(path)) }
      claim(twin)
      return
    }
    guard before.kind(node).isContainer, before.childCount(node) > 0 else {
      return checkLeaf(node, at: path)
    }
    if case .kept(let place) = index.fate(of: path), let twin = finder.node(at: place) {
      claimed[twin.index] = true
    }
    var twins = Twins(of: twin, in: after)
    for (index, child) in before.children(node).enumerated() {
      let step = before.key(child).map { ConfigPath.Step.key($0) } ?? .index(index)
      checkInput(child, at: path.appending(step), beside: twins.next(step))
    }
  }

  private mutating func checkLeaf(_ node: NodeID, at path: ConfigPath) {
    switch index.fate(of: path) {
    case .gone: return
    case .converted(let place):
      guard let twin = finder.node(at: place) else { return violations.append(.lost(path)) }
      claim(twin)
    case .kept(let place):
      guard let found = finder.node(at: place) else { return violations.append(.lost(path)) }
      // Of a key that stands twice, each value of the input has one of its own in the result.
      var twin = found
      if claimed[found.index] || !isSame(node, found) {
        let isFree = { [claimed] (other: NodeID) in !claimed[other.index] }
        let isSame = { [before, after] in Self.isSame(node, in: before, $0, in: after) }
        twin = finder.nextTwin(at: place) { isFree($0) && isSame($0) } ?? found
      }
      claimed[twin.index] = true
      if !isSame(node, twin) { violations.append(.altered(path)) }
    }
  }

  /// Whether a leaf of the input and a value of the result are the same.
  private func isSame(_ node: NodeID, _ twin: NodeID) -> Bool {
    Self.isSame(node, in: before, twin, in: after)
  }

  private static func isSame(
    _ node: NodeID, in before: ConfigDocument, _ twin: NodeID, in after: ConfigDocument
  ) -> Bool {
    let kind = before.kind(node)
    return kind == after.kind(twin)
      && (kind.isContainer || before.bytes[before.range(node)] == after.bytes[after.range(twin)])
  }

  private mutating func claim(_ node: NodeID) {
    for index in after.subtree(node) { claimed[index] = true }
  }

  // MARK: From the result

  private mutating func checkResult(_ node: NodeID, at path: ConfigPath) {
    let children = after.kind(node).isContainer ? Array(after.children(node)) : []
    guard !children.isEmpty else {
      if !claimed[node.index], !explained.covers(path) { violations.append(.invented(path)) }
      return
    }
    if !named.touches(path), claimed[node.index] { return }
    for (index, child) in children.enumerated() {
      let step = after.key(child).map { ConfigPath.Step.key($0) } ?? .index(index)
      checkResult(child, at: path.appending(step))
    }
  }

  private mutating func checkComments() {
    guard !events.isEmpty else { return }
    var left: [ArraySlice<UInt8>: Int] = [:]
    for comment in after.comments() { left[after.bytes[comment], default: 0] += 1 }
    var missing = 0
    for comment in before.comments() {
      let text = before.bytes[comment]
      if let count = left[text], count > 0 { left[text] = count - 1 } else { missing += 1 }
    }
    if missing > 0 { violations.append(.comments(missing)) }
  }
}

/// The children of a value in the result, found by the steps of the input in order.
///
/// The n-th member of a key in the input belongs to the n-th in the result, so that a key that
/// stands twice is compared with itself.
private struct Twins {
  private var members: [String: [NodeID]] = [:]
  private var items: [NodeID] = []

  init(of node: NodeID?, in document: ConfigDocument) {
    guard let node else { return }
    if document.kind(node) == .object {
      for child in document.children(node).reversed() {
        members[document.key(child) ?? "", default: []].append(child)
      }
    } else {
      items = Array(document.children(node))
    }
  }

  mutating func next(_ step: ConfigPath.Step) -> NodeID? {
    switch step {
    case .key(let key): members[key]?.popLast()
    case .index(let index): items.indices.contains(index) ? items[index] : nil
    }
  }
}
