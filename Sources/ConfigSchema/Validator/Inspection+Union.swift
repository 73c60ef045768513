internal import ConfigDocument

extension Inspection {
  /// A value for which one of several alternatives must fit.
  mutating func union(_ node: NodeID, at place: Place, _ scope: Scope) {
    var alternatives: [(node: KeyTree.Node, row: KeyRow, label: Label?)] = []
    for child in tree.children(of: place.node) where tree.initial(of: child) == UInt8(ascii: "<") {
      guard let row = tree.row(of: child, at: keys.position) else { continue }
      alternatives.append((child, row, Label(tree.name(of: child))))
    }
    let kind = document.kind(node)
    if kind == .object, let telling = alternatives.first?.label?.key {
      guard let member = document.member(telling, of: node) else {
        if let key = alternatives.first.flatMap({ tree.child(of: $0.node, named: telling) }),
          !scope.isPartial
        {
          note(.missingKey, node, Place(node: key), .refused, scope)
        }
        return
      }
      let value = document.string(member)
      for alternative in alternatives where alternative.label?.value == value {
        self.value(node, at: Place(node: alternative.node), alternative.row, scope)
        return
      }
      if let value, VariableReference.occurs(in: value) { return }
      note(.noAlternative, member, place, .refused, scope)
      return
    }
    trial(node, alternatives.map { ($0.node, $0.row) }, scope)
  }

  /// Tries alternatives in order: the first that fits is meant, else the one that is nearest.
  private mutating func trial(
    _ node: NodeID, _ alternatives: [(KeyTree.Node, KeyRow)], _ scope: Scope
  ) {
    let start = breaches.count
    let hadDoubt = hasDoubt
    var nearest: [Breach]?
    for (alternative, row) in alternatives {
      // What another alternative lacks must not end the look at this one.
      hasDoubt = false
      value(node, at: Place(node: alternative), row, scope)
      let found = Array(breaches[start...])
      breaches.removeSubrange(start...)
      let isFitting = !found.contains { $0.force == .refused }
      let weight = found.reduce(0) { $0 + $1.weight }
      if isFitting {
        nearest = found
        break
      }
      if nearest.map({ weight < $0.reduce(0) { $0 + $1.weight } }) ?? true { nearest = found }
    }
    breaches += nearest ?? []
    hasDoubt = hadDoubt || breaches[start...].contains(where: \.isDoubtful)
  }

  /// What tells an alternative from the others: `<key=value>`.
  private struct Label {
    let key: String
    let value: String

    init?(_ name: String) {
      let parts = name.dropFirst().dropLast().split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      key = String(parts[0])
      value = String(parts[1])
    }
  }
}
