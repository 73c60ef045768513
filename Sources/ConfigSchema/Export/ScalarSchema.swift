/// The parts of a JSON Schema for the kinds of scalar that a key takes.
struct ScalarSchema {
  let tree: KeyTree
  let row: KeyRow

  /// Values of the list that begin with one of these bytes; nil when there are none, and so all
  /// values of that kind are allowed.
  private func listed(beginningWith isFirst: (UInt8) -> Bool) -> SchemaValue? {
    guard !row.values.isEmpty else { return nil }
    let items = ValueList(tree.slice(row.values)).filter { $0.first.map(isFirst) ?? false }
    guard !items.isEmpty else { return nil }
    return .array(items.map { .raw(String(decoding: $0, as: UTF8.self)) })
  }

  /// Text: as the key wants it, or with a variable in it, whose content is not known.
  var string: [SchemaValue] {
    var members: [(String, SchemaValue)] = [("type", .string("string"))]
    if let values = listed(beginningWith: { $0 == UInt8(ascii: "\"") }) {
      members.append(("enum", values))
    }
    var alternatives: [SchemaValue] = []
    for limit in LimitList(row.limits, in: tree) {
      let value = String(decoding: limit.value, as: UTF8.self)
      if limit.isNamed("minLength") { members.append(("minLength", .raw(value))) }
      if limit.isNamed("maxLength") { members.append(("maxLength", .raw(value))) }
      if limit.isNamed("pattern") { members.append(("pattern", .string(value))) }
      if limit.isNamed("format") { members.append(("format", .string(value))) }
      if limit.isNamed("orOneOf") { alternatives.append(.object([("enum", .raw(value))])) }
    }
    guard members.count > 1 else { return [.object(members)] }
    let reference = SchemaValue.object([
      ("type", .string("string")), ("pattern", .string("\\$\\{[A-Z_][A-Z0-9_]*\\}")),
    ])
    return [.object(members)] + alternatives + [reference]
  }

  /// A number.
  var number: SchemaValue {
    let isWhole = !row.types.contains(.number)
    var members: [(String, SchemaValue)] = [("type", .string(isWhole ? "integer" : "number"))]
    if let values = listed(beginningWith: { $0 == UInt8(ascii: "-") || $0 &- 0x30 < 10 }) {
      members.append(("enum", values))
    }
    let names: [(StaticString, String)] = [
      ("min", "minimum"), ("max", "maximum"), ("gt", "exclusiveMinimum"),
      ("lt", "exclusiveMaximum"),
    ]
    for limit in LimitList(row.limits, in: tree) {
      for (name, keyword) in names where limit.isNamed(name) {
        members.append((keyword, .raw(String(decoding: limit.value, as: UTF8.self))))
      }
    }
    return .object(members)
  }

  /// A boolean or null.
  func word(_ type: String) -> SchemaValue {
    let isBoolean = type == "boolean"
    let values = listed { byte in
      isBoolean
        ? byte == UInt8(ascii: "t") || byte == UInt8(ascii: "f") : byte == UInt8(ascii: "n")
    }
    let kind = ("type", SchemaValue.string(type))
    return .object([kind] + (values.map { [("enum", $0)] } ?? []))
  }
}
