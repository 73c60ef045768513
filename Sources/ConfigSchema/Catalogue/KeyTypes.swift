package import ConfigDocument

/// The kinds of value that a file may hold for a key (column `types`).
package struct KeyTypes: OptionSet, Sendable, Hashable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Members whose names the schema lists.
  package static let object = KeyTypes(rawValue: 1)
  /// Members of any name.
  package static let map = KeyTypes(rawValue: 2)
  /// Items.
  package static let array = KeyTypes(rawValue: 4)
  /// Text.
  package static let string = KeyTypes(rawValue: 8)
  /// Any number.
  package static let number = KeyTypes(rawValue: 16)
  /// A number without a fraction.
  package static let integer = KeyTypes(rawValue: 32)
  /// `true` or `false`.
  package static let boolean = KeyTypes(rawValue: 64)
  /// `null`.
  package static let null = KeyTypes(rawValue: 128)
  /// Everything.
  package static let any = KeyTypes(rawValue: 256)

  /// Reads words of the table, `|` between them.
  init(words: UnsafeBufferPointer<UInt8>) {
    var types = KeyTypes()
    var start = 0
    for position in 0...words.count
    where position == words.count || words[position] == UInt8(ascii: "|") {
      types.formUnion(Self.one(words, start, position - start))
      start = position + 1
    }
    self = types
  }

  /// One word: the table has no others, so its first letters tell it.
  private static func one(
    _ words: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int
  ) -> KeyTypes {
    guard count > 2 else { return [] }
    switch words[start] {
    case UInt8(ascii: "o"): return .object
    case UInt8(ascii: "m"): return .map
    case UInt8(ascii: "a"): return words[start + 1] == UInt8(ascii: "r") ? .array : .any
    case UInt8(ascii: "s"): return .string
    case UInt8(ascii: "n"): return words[start + 2] == UInt8(ascii: "m") ? .number : .null
    case UInt8(ascii: "i"): return .integer
    case UInt8(ascii: "b"): return .boolean
    default: return []
    }
  }

  private static let words: [(KeyTypes, String, String)] = [
    (.object, "object", "an object"), (.map, "map", "an object"), (.array, "array", "an array"),
    (.string, "string", "a string"), (.number, "number", "a number"),
    (.integer, "integer", "a whole number"), (.boolean, "boolean", "a boolean"),
    (.null, "null", "null"), (.any, "any", "any value"),
  ]

  /// The kinds as the table names them.
  package var names: [String] { Self.words.filter { contains($0.0) }.map(\.1) }

  /// The kinds with their articles, for sentences: `a string or a whole number`.
  package var phrase: String {
    var phrases: [String] = []
    for (type, _, phrase) in Self.words where contains(type) && !phrases.contains(phrase) {
      phrases.append(phrase)
    }
    guard let last = phrases.popLast() else { return "nothing" }
    return phrases.isEmpty ? last : phrases.joined(separator: ", ") + " or " + last
  }

  /// Whether a value of this kind may stand here; numbers may still lack what an integer needs.
  ///
  /// - Parameter kind: what a value is.
  /// - Returns: false for one that the release refuses.
  package func accepts(_ kind: NodeKind) -> Bool {
    if contains(.any) { return true }
    switch kind {
    case .object: return !isDisjoint(with: [.object, .map])
    case .array: return contains(.array)
    case .string: return contains(.string)
    case .number: return !isDisjoint(with: [.number, .integer])
    case .boolean: return contains(.boolean)
    case .null: return contains(.null)
    }
  }
}
