/// What the way to a value says about it.
enum Sensitivity: Sendable, Hashable {
  /// Nothing; the value is judged by its look.
  case open
  /// A URL that may hold a secret.
  case url
  /// Strings here and below are secret.
  case secret(label: String)
  /// Strings and numbers here and below are secret.
  case allValues(label: String)

  /// What to call the value in its mask; nil when it is not secret for its key.
  var label: String? {
    switch self {
    case .open, .url: nil
    case .secret(let label), .allValues(let label): label
    }
  }

  /// Whether a number here is secret too.
  var hidesNumbers: Bool {
    if case .allValues = self { true } else { false }
  }
}
