internal import Diagnostics

extension NewValue {
  /// A value of a document, to be written into another one.
  ///
  /// Comments and spelling stay behind, except for that of numbers. Of two equal keys the last one
  /// counts.
  ///
  /// - Parameters:
  ///   - document: where it stands.
  ///   - node: the value.
  ///   - isStrict: whether it goes into strict JSON, which lacks some spellings of numbers.
  ///   - leavesNullsOut: whether members that are `null` are left out, as a merge patch has it
  ///     (RFC 7396); items of arrays stay.
  package init(
    _ document: ConfigDocument, _ node: NodeID, isStrict: Bool, leavesNullsOut: Bool = false
  ) {
    switch document.kind(node) {
    case .null: self = .null
    case .boolean: self = .boolean(document.boolean(node) ?? false)
    case .string: self = .string(document.string(node) ?? "")
    case .number:
      let text = document.text(node)
      self = .number(isStrict ? StrictNumber.spelling(of: text) ?? text : text)
    case .array:
      self = .array(document.children(node).map { NewValue(document, $0, isStrict: isStrict) })
    case .object:
      var members: [(key: String, value: NodeID)] = []
      var places: [[UInt8]: Int] = [:]
      for child in document.children(node) {
        let key = document.key(child) ?? ""
        if let place = places[Array(key.utf8)] {
          members[place].value = child
        } else {
          places[Array(key.utf8)] = members.count
          members.append((key, child))
        }
      }
      self = .object(
        members.filter { !leavesNullsOut || document.kind($0.value) != .null }.map {
          Member(
            $0.key,
            NewValue(document, $0.value, isStrict: isStrict, leavesNullsOut: leavesNullsOut))
        })
    }
  }

  /// The value as a document of its own, in JSON5.
  package var document: ConfigDocument? {
    guard let empty = try? ConfigDocument(parsing: Array("{}".utf8)) else { return nil }
    var draft = Draft(empty)
    guard (try? draft.set(self, at: .root)) != nil else { return nil }
    return try? ConfigDocument(parsing: draft.render())
  }
}
