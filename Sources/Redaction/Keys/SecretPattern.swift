import Diagnostics

/// A pattern of the table of secret paths: `*` is any one key, `**` any number of steps.
struct SecretPattern: Sendable, Hashable {
  private enum Step: Hashable {
    case exact(PathPattern.Step)
    case anySteps
  }

  private let steps: [Step]

  init(_ text: Substring) {
    steps = PathPattern(String(text)).steps.map {
      $0 == .key("**") ? .anySteps : .exact($0)
    }
  }

  /// The key of the last step; nil when it is a wildcard.
  var lastKey: String? {
    if case .exact(.key(let key))? = steps.last { key } else { nil }
  }

  func matches(_ path: ArraySlice<ConfigPath.Step>) -> Bool {
    Self.matches(steps[...], path)
  }

  private static func matches(
    _ steps: ArraySlice<Step>, _ path: ArraySlice<ConfigPath.Step>
  ) -> Bool {
    guard let first = steps.first else { return path.isEmpty }
    let rest = steps.dropFirst()
    switch first {
    case .anySteps:
      return (path.startIndex...path.endIndex).contains { matches(rest, path[$0...]) }
    case .exact(let step):
      guard let head = path.first, accepts(step, head) else { return false }
      return matches(rest, path.dropFirst())
    }
  }

  private static func accepts(_ pattern: PathPattern.Step, _ step: ConfigPath.Step) -> Bool {
    switch (pattern, step) {
    case (.anyKey, .key), (.anyItem, .index): true
    case (.key(let wanted), .key(let key)): wanted == key
    case (.index(let wanted), .index(let index)): wanted == index
    default: false
    }
  }
}
