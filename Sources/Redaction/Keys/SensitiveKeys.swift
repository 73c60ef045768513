import Diagnostics

/// Decides from the way to a value whether it is secret: by `Tables/sensitive-paths.tsv` first, by
/// the name of the last key second, by what is above it third.
struct SensitiveKeys: Sendable {
  /// The rows of the table, read when something is first redacted.
  static let known = SensitiveKeys(SensitivePathsTable.text)

  private enum Kind: Int {
    case notSecret
    case allValues
    case secret
    case url
  }

  private struct Row: Sendable {
    let pattern: SecretPattern
    let kind: Kind
  }

  /// The rows by their last key, so that a value is compared with few of them.
  private let byLastKey: [String: [Row]]
  private let wildcards: [Row]
  /// The keys that the table names: fixed public words that may be shown anywhere.
  let words: Set<String>

  init(_ table: String) {
    var byLastKey: [String: [Row]] = [:]
    var wildcards: [Row] = []
    var words: Set<String> = []
    for cells in tableRows(table, columns: 2) {
      guard let kind = Self.kinds[cells[1]] else { continue }
      let row = Row(pattern: SecretPattern(cells[0]), kind: kind)
      if let key = row.pattern.lastKey {
        byLastKey[key, default: []].append(row)
      } else {
        wildcards.append(row)
      }
      for step in PathPattern(String(cells[0])).steps {
        if case .key(let key) = step { words.insert(key) }
      }
    }
    self.byLastKey = byLastKey
    self.wildcards = wildcards
    self.words = words
  }

  private static let kinds: [Substring: Kind] = [
    "notSecret": .notSecret, "allValues": .allValues, "secret": .secret, "url": .url,
  ]

  /// What the whole way to a value says.
  ///
  /// - Parameter path: from the root of the config.
  /// - Returns: how secret a value there is.
  func decide(_ path: ConfigPath) -> Sensitivity {
    path.steps.indices.reduce(Sensitivity.open) { above, index in
      decide(path.steps[...index], below: above)
    }
  }

  /// What one more step says, when it is known what the steps before it say.
  ///
  /// - Parameters:
  ///   - path: all steps from the root.
  ///   - above: the decision about the parent.
  /// - Returns: how secret a value there is.
  func decide(_ path: ArraySlice<ConfigPath.Step>, below above: Sensitivity) -> Sensitivity {
    let name: String? = if case .key(let key)? = path.last { key } else { nil }
    let candidates = (name.flatMap { byLastKey[$0] } ?? []) + wildcards
    let kind = candidates.filter { $0.pattern.matches(path) }.map(\.kind)
      .min { $0.rawValue < $1.rawValue }
    switch kind {
    case .notSecret: return .open
    case .allValues: return .allValues(label: label(name, path))
    case .secret: return above.hidesNumbers ? above : .secret(label: label(name, path))
    case .url: return above.label == nil ? .url : above
    case nil: break
    }
    guard let name else { return above == .url ? .open : above }
    if above.hidesNumbers { return above }
    if let label = SecretName.label(name) { return .secret(label: label) }
    if above.label != nil, SecretName.isHarmless(name) { return .open }
    return above == .url ? .open : above
  }

  /// What to call a value that the table names.
  private func label(_ name: String?, _ path: ArraySlice<ConfigPath.Step>) -> String {
    if let label = name.flatMap(SecretName.label) { return label }
    guard case .key(let parent)? = path.dropLast().last else { return "secret" }
    return switch parent {
    case "headers": "header"
    case "env", "vars": "variable"
    default: "secret"
    }
  }
}
