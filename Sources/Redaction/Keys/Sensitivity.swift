/// What the way to a value says about it.
enum Sensitivity: Sendable, Hashable {
  /// Nothing; the value is judged by its look.
  case open
  /// A URL that may hold a secret.
  case url
  /// Strings here and below are secret.
  case secret(label: String)
  /// The table names it: strings and numbers here and below are secret, unless a name below says
  /// that its value is none.
  case listed(label: String)
  /// Strings and numbers here and below are secret.
  case allValues(label: String)

  /// What to call the value in its mask; nil when it is not secret for its key.
  var label: String? {
    switch self {
    case .open, .url: nil
    case .secret(let label), .listed(let label), .allValues(let label): label
    }
  }

  /// Whether a number here is secret too.
  var hidesNumbers: Bool {
    switch self {
    case .open, .url, .secret: false
    case .listed, .allValues: true
    }
  }

  /// Whether no name below makes an exception.
  var hidesAll: Bool {
    if case .allValues = self { true } else { false }
  }
}
