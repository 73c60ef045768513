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
    let bytes = Array(text.utf8)
    var steps: [Step] = []
    var position = 0
    /// The end of the run that begins here and goes up to one of two bytes.
    func end(from start: Int, at first: UInt8, _ second: UInt8) -> Int {
      var end = start
      while end < bytes.count, bytes[end] != first, bytes[end] != second { end += 1 }
      return end
    }
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "."):
        position += 1
      case UInt8(ascii: "["):
        let close = end(from: position, at: UInt8(ascii: "]"), UInt8(ascii: "]"))
        steps.append(Self.bracket(bytes[(position + 1)..<max(position + 1, close)]))
        position = close + 1
      default:
        let stop = end(from: position, at: UInt8(ascii: "."), UInt8(ascii: "["))
        let isAny = stop == position + 1 && bytes[position] == UInt8(ascii: "*")
        steps.append(
          isAny ? .anyKey : .key(String(decoding: bytes[position..<stop], as: UTF8.self)))
        position = stop
      }
    }
    self.init(steps)
  }

  private static func bracket(_ content: ArraySlice<UInt8>) -> Step {
    if content.isEmpty { return .anyItem }
    if content.first == UInt8(ascii: "\"") {
      return .key(String(decoding: content.dropFirst().dropLast(), as: UTF8.self))
    }
    return .index(content.reduce(0) { $0 &* 10 &+ Int($1 &- 0x30) })
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
