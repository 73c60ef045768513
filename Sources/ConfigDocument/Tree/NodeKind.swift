/// What a value is.
public enum NodeKind: UInt8, Sendable, Hashable {
  /// Members in braces.
  case object
  /// Items in brackets.
  case array
  /// Text in quotes.
  case string
  /// A number in any of its spellings, `Infinity` and `NaN` among them.
  case number
  /// `true` or `false`.
  case boolean
  /// `null`.
  case null

  /// Whether values of this kind hold other values.
  public var isContainer: Bool { self == .object || self == .array }

  /// The kind with its article, for sentences: `a string`, `an object`.
  public var phrase: String {
    switch self {
    case .object: "an object"
    case .array: "an array"
    case .string: "a string"
    case .number: "a number"
    case .boolean: "a boolean"
    case .null: "null"
    }
  }
}
