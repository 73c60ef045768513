internal import ConfigDocument

extension Inspection {
  /// What a key of an object leads to.
  private enum Step {
    case known(Place, KeyRow)
    case unknown
  }

  mutating func object(_ node: NodeID, at place: Place, _ row: KeyRow, _ scope: Scope) {
    if let shape = shape(row) {
      value(node, at: shape.0, shape.1, scope)
      return
    }
    // Most objects have no key that they must have; then what stands in them is not remembered.
    let mayMiss = row.flags.contains(.parent) && !scope.isPartial
    var present: [KeyTree.Node] = []
    let checksNames = !row.limits.isEmpty
    let isCut = sections != nil && node == document.root
    for child in document.children(node) {
      let step = step(to: child, from: place)
      if mayMiss, case .known(let next, _)? = step { present.append(next.node) }
      if isCut, let key = document.key(child), sections?.contains(key) == false { continue }
      switch step {
      case .known(let next, let row): value(child, at: next, row, scope)
      case nil: continue
      case .unknown: unknown(child, at: place, row, scope)
      }
      if checksNames { name(child, at: place, row, scope) }
      if isDone { return }
    }
    if mayMiss { missing(node, at: place.node, present, scope) }
    if let fallback = place.fallback, mayMiss { missing(node, at: fallback, present, scope) }
  }

  /// The shared shape that an object has, if it has one.
  private func shape(_ row: KeyRow) -> (Place, KeyRow)? {
    guard !row.limits.isEmpty else { return nil }
    for limit in LimitList(row.limits, in: tree) where limit.isNamed("ref") {
      guard let shape = tree.child(of: tree.root, named: limit.value) else { return nil }
      return tree.row(of: shape, at: keys.position).map { (Place(node: shape), $0) }
    }
    return nil
  }

  /// Where a member leads; nil for what is no key of the schema at all.
  private func step(to child: NodeID, from place: Place) -> Step? {
    let found = withKey(of: child) { key -> Step? in
      if key.first == UInt8(ascii: "$"), key.elementsEqual("$include".utf8) { return nil }
      if Self.isNotation(key) { return wildcard(of: place).map { .known($0, $1) } ?? .unknown }
      for node in [place.node, place.fallback].compactMap({ $0 }) {
        guard let next = tree.child(of: node, named: key) else { continue }
        if let row = tree.row(of: next, at: keys.position) {
          return .known(Place(node: next), row)
        }
        if !tree.hasRows(next), let (any, row) = wildcard(of: place) {
          return .known(Place(node: next, fallback: any.node), row)
        }
      }
      return wildcard(of: place).map { .known($0, $1) } ?? .unknown
    }
    return found ?? nil
  }

  /// Whether a key of the document begins like the notation of the catalogue, and so is none of it.
  private static func isNotation(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = key.first else { return true }
    return first == UInt8(ascii: "#") || first == UInt8(ascii: "<") || first == UInt8(ascii: "[")
      || (first == UInt8(ascii: "*") && key.count == 1)
  }

  private func wildcard(of place: Place) -> (Place, KeyRow)? {
    for node in [place.node, place.fallback].compactMap({ $0 }) {
      if let any = tree.wildcard(of: node), let row = tree.row(of: any, at: keys.position) {
        return (Place(node: any), row)
      }
    }
    return nil
  }

  private mutating func unknown(
    _ child: NodeID, at place: Place, _ row: KeyRow, _ scope: Scope
  ) {
    if row.types.contains(.map) { return }
    if place.node == landmarks.channelsNode {
      // A plugin from elsewhere may declare the channel, and whether one is there the file cannot
      // tell; without one the release refuses the name.
      note(.unknownChannel, child, place, .dropped, scope)
      return
    }
    let force: Breach.Force =
      if row.flags.contains(.strict) {
        .refused
      } else if row.flags.contains(.open), place.node != tree.root {
        .kept
      } else {
        // Dropped, kept at the root where nobody reads it, or how it is taken is not known.
        .dropped
      }
    note(.unknownKey, child, place, force, scope)
  }

  private mutating func missing(
    _ node: NodeID, at parent: KeyTree.Node, _ present: [KeyTree.Node], _ scope: Scope
  ) {
    for key in tree.children(of: parent) where tree.isKey(key) {
      guard let row = tree.row(of: key, at: keys.position), row.flags.contains(.required),
        !present.contains(key)
      else { continue }
      note(.missingKey, node, Place(node: key), .refused, scope)
    }
  }

  /// Holds the name of a member against what the map says of names.
  private mutating func name(
    _ child: NodeID, at place: Place, _ row: KeyRow, _ scope: Scope
  ) {
    for limit in LimitList(row.limits, in: tree) {
      let isKept =
        withKey(of: child) { key in
          if limit.isNamed("key.minLength") { return key.count >= Int(limit.number) }
          if limit.isNamed("key.pattern") {
            return Pattern(limit.value)?.matches(Array(key)) ?? true
          }
          return true
        } ?? true
      if !isKept {
        note(.malformedKey, child, place, .refused, scope, limit: limit.range)
      }
    }
  }
}
