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

  /// Reads the notation of tables.
  ///
  /// Tables are ours and tested, so a malformed text is read as far as it goes. They are read at
  /// every start that needs them, so it goes byte by byte.
  ///
  /// - Parameter text: for instance `channels.*.accounts.*.token`.
  public init(_ text: some StringProtocol) {
    self.init(utf8: text.utf8)
  }

  /// Reads the notation of tables from the bytes of a text.
  ///
  /// - Parameter text: UTF-8.
  public init(utf8 text: some Collection<UInt8>) {
    var steps: [Step] = []
    var rest = text[...]
    while let first = rest.first {
      if first == UInt8(ascii: ".") {
        rest.removeFirst()
      } else if first == UInt8(ascii: "[") {
        let content = rest.dropFirst().prefix { $0 != UInt8(ascii: "]") }
        rest = rest.dropFirst(content.count + 2)
        if content.isEmpty {
          steps.append(.anyItem)
        } else if content.first == UInt8(ascii: "\"") {
          steps.append(.key(String(decoding: content.dropFirst().dropLast(), as: UTF8.self)))
        } else {
          steps.append(.index(content.reduce(0) { $0 * 10 + Int($1 &- 0x30) }))
        }
      } else {
        let name = rest.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "[") }
        rest = rest.dropFirst(name.count)
        let isAny = name.count == 1 && name.first == UInt8(ascii: "*")
        steps.append(isAny ? .anyKey : .key(String(decoding: name, as: UTF8.self)))
      }
    }
    self.init(steps)
  }

  /// Whether a path is in the set.
  public func matches(_ path: ConfigPath) -> Bool {
    path.steps.count == steps.count && zip(steps, path.steps).allSatisfy(Self.accepts)
  }

  /// Whether a path, or one of its ancestors, is in the set.
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
  /// - Returns: one step for each wildcard, in order, as `filled(with:)` takes them.
  public func wildcards(in path: ConfigPath) -> [ConfigPath.Step] {
    zip(steps, path.steps).compactMap { pattern, step in
      switch pattern {
      case .anyKey, .anyItem: step
      case .key, .index: nil
      }
    }
  }
}
