/// The keys of a release as a JSON Schema (draft 2020-12).
///
/// It accepts what the release accepts, as far as a schema can say it: strings with `${NAME}` stand
/// for any text, objects with `$include` may lack what they need, and rules about several keys are
/// left out.
package struct SchemaExport {
  private let tree = KeyTree()
  private let keys: KeySet

  /// Prepares the schema of a release.
  ///
  /// - Parameter keys: the keys of the release, or those that stand in for them.
  package init(_ keys: KeySet) {
    self.keys = keys
  }

  /// The schema.
  ///
  /// - Returns: strict JSON with a line end behind it.
  package func text() -> String {
    guard let row = tree.row(of: tree.root, at: keys.position) else { return "{}\n" }
    var members: [(String, SchemaValue)] = [
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("title", .string("OpenClaw \(keys.release) config")), ("$comment", .string(comment)),
    ]
    members += schema(Place(node: tree.root), row)
    members.append(("$defs", .object(shapes())))
    var text = ""
    SchemaValue.object(members).write(to: &text)
    return text + "\n"
  }

  private var comment: String {
    if keys.knowledge == .none {
      return
        "The keys of \(keys.release) are not known; these are those of \(keys.source), the nearest release before it."
    }
    return keys.knowledge == .core
      ? "Core keys are exact; those of channels and plugins are those of 2026.4.22."
      : "Every key is known."
  }

  private func shapes() -> [(String, SchemaValue)] {
    tree.children(of: tree.root).compactMap { node in
      guard tree.initial(of: node) == UInt8(ascii: "#"),
        let row = tree.row(of: node, at: keys.position)
      else { return nil }
      return (String(tree.name(of: node).dropFirst()), .object(schema(Place(node: node), row)))
    }
  }

  // MARK: One key

  private func schema(_ place: Place, _ row: KeyRow) -> [(String, SchemaValue)] {
    if row.flags.contains(.rejected) { return [("not", .object([]))] }
    var members: [(String, SchemaValue)] = []
    if !row.standard.isEmpty, tree.text(row.standard) != "<text>" {
      members.append(("default", .raw(tree.text(row.standard))))
    }
    if row.flags.contains(.sensitive) { members.append(("writeOnly", .yes)) }
    if row.flags.contains(.unenforced) {
      return members + [("$comment", .string("not checked when the file is loaded"))]
    }
    if row.types.contains(.any) { return members }
    let forms = row.flags.contains(.union) ? alternatives(of: place) : kinds(place, row)
    if forms.count == 1, case .object(let only)? = forms.first { return members + only }
    return members + [("anyOf", .array(forms))]
  }

  private func alternatives(of place: Place) -> [SchemaValue] {
    tree.children(of: place.node).compactMap { node in
      guard tree.initial(of: node) == UInt8(ascii: "<"),
        let row = tree.row(of: node, at: keys.position)
      else { return nil }
      return .object(schema(Place(node: node), row))
    }
  }

  /// One schema a kind of value: limits and lists hold for one kind only.
  private func kinds(_ place: Place, _ row: KeyRow) -> [SchemaValue] {
    let facts = ScalarSchema(tree: tree, row: row)
    var forms: [SchemaValue] = []
    if !row.types.isDisjoint(with: [.object, .map]) { forms.append(object(place, row)) }
    if row.types.contains(.array) { forms.append(array(place, row)) }
    if row.types.contains(.string) { forms += facts.string }
    if !row.types.isDisjoint(with: [.number, .integer]) { forms.append(facts.number) }
    if row.types.contains(.boolean) { forms.append(facts.word("boolean")) }
    if row.types.contains(.null) { forms.append(facts.word("null")) }
    return forms
  }

  private func array(_ place: Place, _ row: KeyRow) -> SchemaValue {
    var members: [(String, SchemaValue)] = [("type", .string("array"))]
    if let item = tree.child(of: place.node, named: "[]"),
      let itemRow = tree.row(of: item, at: keys.position)
    {
      members.append(("items", .object(schema(Place(node: item), itemRow))))
    }
    let positions = tree.children(of: place.node).compactMap { node -> SchemaValue? in
      guard tree.initial(of: node) == UInt8(ascii: "["), tree.name(of: node) != "[]",
        let row = tree.row(of: node, at: keys.position)
      else { return nil }
      return .object(schema(Place(node: node), row))
    }
    if !positions.isEmpty { members.append(("prefixItems", .array(positions))) }
    for limit in LimitList(row.limits, in: tree) {
      let value = SchemaValue.raw(String(decoding: limit.value, as: UTF8.self))
      if limit.isNamed("minItems") { members.append(("minItems", value)) }
      if limit.isNamed("maxItems") { members.append(("maxItems", value)) }
      if limit.isNamed("tupleLength") {
        members += [("minItems", value), ("maxItems", value)]
      }
    }
    return .object(members)
  }

  // MARK: Objects

  private func object(_ place: Place, _ row: KeyRow) -> SchemaValue {
    var members: [(String, SchemaValue)] = []
    for limit in LimitList(row.limits, in: tree) {
      let value = String(decoding: limit.value, as: UTF8.self)
      if limit.isNamed("ref") {
        return .object([("$ref", .string("#/$defs/" + value.dropFirst()))])
      }
      if limit.isNamed("key.pattern") {
        members.append(("propertyNames", .object([("pattern", .string(value))])))
      }
      if limit.isNamed("key.minLength") {
        members.append(("propertyNames", .object([("minLength", .raw(value))])))
      }
    }
    var properties: [(String, SchemaValue)] = [("$include", .yes)]
    var required: [SchemaValue] = []
    for (name, next, row) in known(at: place) {
      properties.append((name, .object(schema(next, row))))
      if row.flags.contains(.required) { required.append(.string(name)) }
    }
    members.insert(("type", .string("object")), at: 0)
    members.append(("properties", .object(properties)))
    if let any = wildcard(of: place) {
      members.append(("additionalProperties", .object(schema(Place(node: any.0), any.1))))
    } else if row.flags.contains(.strict) {
      members.append(("additionalProperties", .no))
    }
    if !required.isEmpty {
      let included = SchemaValue.object([("required", .array([.string("$include")]))])
      members.append(
        ("anyOf", .array([.object([("required", .array(required))]), included])))
    }
    return .object(members)
  }

  private func wildcard(of place: Place) -> (KeyTree.Node, KeyRow)? {
    for node in [place.node, place.fallback].compactMap({ $0 }) {
      if let any = tree.wildcard(of: node), let row = tree.row(of: any, at: keys.position) {
        return (any, row)
      }
    }
    return nil
  }

  /// The keys that have a schema of their own, the more particular place first.
  private func known(at place: Place) -> [(String, Place, KeyRow)] {
    let any = wildcard(of: place)
    var found: [(String, Place, KeyRow)] = []
    for node in [place.node, place.fallback].compactMap({ $0 }) {
      for child in tree.children(of: node) where tree.isKey(child) {
        let name = tree.name(of: child)
        if found.contains(where: { $0.0 == name }) { continue }
        if let row = tree.row(of: child, at: keys.position) {
          found.append((name, Place(node: child), row))
        } else if let any, !tree.hasRows(child) {
          found.append((name, Place(node: child, fallback: any.0), any.1))
        }
      }
    }
    return found
  }
}
