internal import ConfigDocument

extension Inspection {
  mutating func number(_ node: NodeID, at place: Place, _ row: KeyRow, _ scope: Scope) {
    let text = UnsafeBufferPointer(rebasing: input[document.range(node)])
    // What is no finite number becomes none, or is refused, in every reader behind the schema.
    guard let number = NumberLiteral.value(text), number.isFinite else {
      note(.outOfBounds, node, place, .refused, scope)
      return
    }
    let mustBeWhole = !row.types.contains(.number)
    if mustBeWhole, number != number.rounded(.towardZero) {
      note(.wrongType, node, place, .refused, scope)
      return
    }
    if !row.values.isEmpty {
      var isListed: Bool?
      for item in ValueList(tree.slice(row.values)) {
        guard let first = item.first, first == UInt8(ascii: "-") || first &- 0x30 < 10 else {
          continue
        }
        isListed = (isListed ?? false) || NumberLiteral.value(item) == number
      }
      if isListed == false { note(.valueNotAllowed, node, place, .refused, scope) }
    }
    for limit in LimitList(row.limits, in: tree) {
      let isKept =
        limit.isNamed("min")
        ? number >= limit.number
        : limit.isNamed("max")
          ? number <= limit.number
          : limit.isNamed("gt")
            ? number > limit.number : limit.isNamed("lt") ? number < limit.number : true
      if !isKept { note(.outOfBounds, node, place, .refused, scope, limit: limit.range) }
    }
  }

  /// A boolean or null: only a list of values can refuse it.
  mutating func word(_ node: NodeID, at place: Place, _ row: KeyRow, _ scope: Scope) {
    guard !row.values.isEmpty else { return }
    let text = UnsafeBufferPointer(rebasing: input[document.range(node)])
    let isBoolean = document.kind(node) == .boolean
    var isListed: Bool?
    for item in ValueList(tree.slice(row.values)) {
      let isOfKind = item.first.map {
        isBoolean
          ? $0 == UInt8(ascii: "t") || $0 == UInt8(ascii: "f") : $0 == UInt8(ascii: "n")
      }
      if isOfKind == true { isListed = (isListed ?? false) || item.elementsEqual(text) }
    }
    if isListed == false { note(.valueNotAllowed, node, place, .refused, scope) }
  }

  mutating func string(_ node: NodeID, at place: Place, _ row: KeyRow, _ scope: Scope) {
    guard !row.values.isEmpty || !row.limits.isEmpty else { return }
    guard var text = document.string(node), !VariableReference.occurs(in: text) else { return }
    if !row.values.isEmpty, isListed(text, in: row.values) == false {
      note(.valueNotAllowed, node, place, .refused, scope)
      return
    }
    var refused: Range<Int>?
    for limit in LimitList(row.limits, in: tree) {
      if limit.isNamed("normalize"), limit.value.elementsEqual("trim".utf8) {
        text = TextForm.trimmed(text)
      }
    }
    for limit in LimitList(row.limits, in: tree) {
      if limit.isNamed("orOneOf") {
        if isListed(text, in: valueRange(of: limit)) == true { return }
      } else if refused == nil, !Self.isKept(limit, by: text) {
        refused = limit.range
      }
    }
    if let refused {
      let isLength = tree.text(refused).contains("Length=")
      note(
        isLength ? .outOfBounds : .malformed, node, place, .refused, scope, limit: refused)
    }
  }

  private func valueRange(of limit: LimitList.Limit) -> Range<Int> {
    (limit.range.upperBound - limit.value.count)..<limit.range.upperBound
  }

  private static func isKept(_ limit: LimitList.Limit, by text: String) -> Bool {
    if limit.isNamed("minLength") { return text.utf16.count >= Int(limit.number) }
    if limit.isNamed("maxLength") { return text.utf16.count <= Int(limit.number) }
    if limit.isNamed("pattern") { return Pattern(limit.value)?.matches(Array(text.utf8)) ?? true }
    if limit.isNamed("format") {
      return TextForm.has(text, form: String(decoding: limit.value, as: UTF8.self))
    }
    return true
  }

  /// Whether a string is among the strings of a list; nil when the list has none.
  private func isListed(_ text: String, in values: Range<Int>) -> Bool? {
    var isListed: Bool?
    for item in ValueList(tree.slice(values)) where item.first == UInt8(ascii: "\"") {
      let content = item[1..<(item.count - 1)]
      if content.elementsEqual(text.utf8) { return true }
      isListed = false
    }
    return isListed
  }
}
