package import Diagnostics

/// What kinds of value a release takes at a place, whether or not something stands there.
package struct KeyLookup {
  private let tree = KeyTree()
  private let position: Int

  /// Prepares to look keys up.
  ///
  /// - Parameter keys: of which release.
  package init(_ keys: KeySet) {
    position = keys.position
  }

  /// A place in the catalogue and what holds there.
  private typealias Spot = (place: Place, row: KeyRow)

  /// The kinds of value that a key takes; of several alternatives all.
  ///
  /// - Parameter path: where the value is to stand.
  /// - Returns: nil for a key that the release does not know.
  package func types(at path: ConfigPath) -> KeyTypes? {
    guard let row = tree.row(of: tree.root, at: position) else { return nil }
    var open: [Spot] = [(Place(node: tree.root), row)]
    for step in path.steps {
      let spots = open.flatMap { shapes(of: $0) }
      if spots.contains(where: { $0.row.types.contains(.any) }) { return .any }
      open = spots.flatMap { next(step, from: $0) }
      // A map that says nothing of its members takes all.
      if open.isEmpty, spots.contains(where: { takesAnyMember($0) }) { return .any }
    }
    let rows = open.map(\.row).filter { !$0.flags.contains(.rejected) }
    guard !rows.isEmpty else { return nil }
    return rows.reduce(into: KeyTypes()) { $0.formUnion($1.types) }
  }

  /// A spot with its shared shape and all its alternatives, and theirs.
  private func shapes(of spot: Spot) -> [Spot] {
    var found: [Spot] = [spot]
    var next = 0
    while next < found.count {
      let (place, row) = found[next]
      next += 1
      for limit in LimitList(row.limits, in: tree) where limit.isNamed("ref") {
        if let shape = tree.child(of: tree.root, named: limit.value) { add(shape, to: &found) }
      }
      guard row.flags.contains(.union) else { continue }
      for child in tree.children(of: place.node)
      where tree.initial(of: child) == UInt8(ascii: "<") { add(child, to: &found) }
    }
    return found
  }

  private func add(_ node: KeyTree.Node, to found: inout [Spot]) {
    guard !found.contains(where: { $0.place.node == node }),
      let row = tree.row(of: node, at: position)
    else { return }
    found.append((Place(node: node), row))
  }

  private func next(_ step: ConfigPath.Step, from spot: Spot) -> [Spot] {
    switch step {
    case .index(let index):
      return ["[]", "[\(index)]"].compactMap { name in
        tree.child(of: spot.place.node, named: name).flatMap { node in
          tree.row(of: node, at: position).map { (Place(node: node), $0) }
        }
      }
    case .key(let key):
      guard let first = key.utf8.first, !"#<[*".utf8.contains(first) else {
        return wildcard(of: spot.place).map { [$0] } ?? []
      }
      for node in [spot.place.node, spot.place.fallback].compactMap({ $0 }) {
        guard let next = tree.child(of: node, named: key) else { continue }
        if let row = tree.row(of: next, at: position) { return [(Place(node: next), row)] }
        if !tree.hasRows(next), let any = wildcard(of: spot.place) {
          return [(Place(node: next, fallback: any.place.node), any.row)]
        }
      }
      return wildcard(of: spot.place).map { [$0] } ?? []
    }
  }

  private func wildcard(of place: Place) -> Spot? {
    for node in [place.node, place.fallback].compactMap({ $0 }) {
      if let any = tree.wildcard(of: node), let row = tree.row(of: any, at: position) {
        return (Place(node: any), row)
      }
    }
    return nil
  }

  private func takesAnyMember(_ spot: Spot) -> Bool {
    spot.row.types.contains(.map) && wildcard(of: spot.place) == nil
  }
}
