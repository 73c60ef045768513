/// A value of a compose file that is one reference: `${NAME}`, `${NAME:-default}`, `$NAME`.
struct Interpolation {
  let name: String
  /// What stands in for a variable that is not set; nil when there is none.
  let standard: String?
  /// Whether compose stops where the variable is not set: `${NAME:?why}`.
  let isRequired: Bool

  /// - Returns: nil for a text that is not one reference as a whole.
  init?(_ text: String) {
    guard text.hasPrefix("$") else { return nil }
    var rest = text.dropFirst()
    if rest.hasPrefix("{") {
      guard rest.hasSuffix("}") else { return nil }
      rest = rest.dropFirst().dropLast()
    }
    let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    guard !name.isEmpty, name.first?.isNumber == false else { return nil }
    let tail = rest.dropFirst(name.count)
    self.name = String(name)
    switch tail.first {
    case nil:
      (standard, isRequired) = (nil, false)
    case ":" where tail.hasPrefix(":-"):
      (standard, isRequired) = (String(tail.dropFirst(2)), false)
    case "-":
      (standard, isRequired) = (String(tail.dropFirst()), false)
    case ":" where tail.hasPrefix(":?"), "?":
      (standard, isRequired) = (nil, true)
    case ":" where tail.hasPrefix(":+"), "+":
      (standard, isRequired) = (nil, false)
    default: return nil
    }
    if let standard, standard.contains("}") { return nil }
  }
}
