/// A set of paths: `*` stands for any key of a map, `[]` for any item of an array.
///
/// `channels.slack.accounts.*.dm.policy`, `agents.list[].sandbox.perSession`. A key that contains
/// a dot or a bracket stands in brackets and quotes, as in `ConfigPath`.
public struct PathPattern: Sendable, Hashable {
  /// One step of a pattern.
  public enum Step: Sendable, Hashable {
    /// Exactly this key.
    case key(String)
    /// Any key of an object.
    case anyKey
    /// Any item of an array.
    case anyItem
    /// Exactly this item.
    case index(Int)
  }

  /// The steps from the root downwards.
  public let steps: [Step]

  /// Makes a pattern of steps.
  ///
  /// - Parameter steps: from the root downwards.
  public init(_ steps: [Step]) {
    self.steps = steps
  }

  /// Reads the notation of tables. Tables are ours and tested, so a malformed text is read as far
  /// as it goes.
  ///
  /// - Parameter text: for instance `channels.*.accounts.*.token`.
  public init(_ text: String) {
    var steps: [Step] = []
    var rest = Substring(text)
    while let first = rest.first {
      if first == "." {
        rest.removeFirst()
      } else if rest.hasPrefix("[]") {
        steps.append(.anyItem)
        rest.removeFirst(2)
      } else if rest.hasPrefix("[\"") {
        let name = rest.dropFirst(2).prefix { $0 != "\"" }
        steps.append(.key(String(name)))
        rest = rest.dropFirst(name.count + 4)
      } else if first == "[" {
        let digits = rest.dropFirst().prefix { $0 != "]" }
        steps.append(.index(Int(digits) ?? 0))
        rest = rest.dropFirst(digits.count + 2)
      } else {
        let name = rest.prefix { $0 != "." && $0 != "[" }
        steps.append(name == "*" ? .anyKey : .key(String(name)))
        rest = rest.dropFirst(name.count)
      }
    }
    self.init(steps)
  }

  /// Whether a path is in the set.
  ///
  /// - Parameter path: the path to test.
  public func matches(_ path: ConfigPath) -> Bool {
    path.steps.count == steps.count && zip(steps, path.steps).allSatisfy(Self.accepts)
  }

  /// Whether a path, or one of its ancestors, is in the set.
  ///
  /// - Parameter path: the path to test.
  public func covers(_ path: ConfigPath) -> Bool {
    path.steps.count >= steps.count && zip(steps, path.steps).allSatisfy(Self.accepts)
  }

  private static func accepts(_ pair: (Step, ConfigPath.Step)) -> Bool {
    switch pair {
    case (.anyKey, .key), (.anyItem, .index): true
    case (.key(let wanted), .key(let key)): wanted == key
    case (.index(let wanted), .index(let index)): wanted == index
    default: false
    }
  }

  /// The path that this pattern means for one match of another pattern: each wildcard takes the
  /// step that the wildcard of the same number stood for.
  ///
  /// - Parameter wildcards: the steps that the wildcards of the matched pattern stood for, in order.
  /// - Returns: nil when this pattern has more wildcards than there are steps.
  public func filled(with wildcards: [ConfigPath.Step]) -> ConfigPath? {
    var remaining = wildcards[...]
    var result: [ConfigPath.Step] = []
    for step in steps {
      switch step {
      case .key(let key): result.append(.key(key))
      case .index(let index): result.append(.index(index))
      case .anyKey, .anyItem:
        guard let next = remaining.popFirst() else { return nil }
        result.append(next)
      }
    }
    return ConfigPath(result)
  }

  /// The steps of a path at which this pattern has wildcards.
  ///
  /// - Parameter path: a path that this pattern matches.
  public func wildcards(in path: ConfigPath) -> [ConfigPath.Step] {
    zip(steps, path.steps).compactMap { pattern, step in
      switch pattern {
      case .anyKey, .anyItem: step
      case .key, .index: nil
      }
    }
  }
}
