/// Bounds of the catalogue as clauses.
enum LimitText {
  /// What a value must be.
  ///
  /// - Parameter limit: for instance `min=0`; empty for a number that is not finite.
  /// - Returns: a clause behind "must be": `at least 0`.
  static func phrase(_ limit: String) -> String {
    let parts = limit.split(separator: "=", maxSplits: 1).map(String.init)
    let value = parts.count > 1 ? parts[1] : ""
    switch parts.first ?? "" {
    case "min": return "at least \(value)"
    case "max": return "at most \(value)"
    case "gt": return "more than \(value)"
    case "lt": return "less than \(value)"
    case "minLength", "key.minLength": return "\(characters(value)) long at least"
    case "maxLength": return "\(characters(value)) long at most"
    case "minItems": return "a list of at least \(value)"
    case "maxItems": return "a list of at most \(value)"
    case "tupleLength": return "a list of exactly \(value)"
    case "pattern", "key.pattern": return "of the form \(value)"
    case "format": return value == "uri" ? "a URL" : "an \(value) address"
    default: return "a finite number"
    }
  }

  private static func characters(_ count: String) -> String {
    count == "1" ? "1 character" : "\(count) characters"
  }
}
