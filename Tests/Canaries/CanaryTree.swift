/// A config that holds a canary at each of many paths.
public struct CanaryTree: Sendable {
  /// A value on the way, in the order of their first use.
  indirect enum Node: Sendable {
    case object([(key: String, value: Node)])
    case array(Node)
    case secret(Canary)
  }

  enum Step: Hashable {
    case key(String)
    case item
  }

  private(set) var root = Node.object([])
  /// The canaries by the path that they stand at, in the notation of the tool.
  public private(set) var paths: [(path: String, canary: Canary)] = []

  /// Makes an empty config.
  public init() {}

  /// Puts a canary at a path of the table of secret paths: `*` becomes a name, `[]` the first item,
  /// `**` two keys.
  ///
  /// - Returns: false when something else stands there or on the way.
  public mutating func insert(_ canary: Canary, at pattern: String) -> Bool {
    let steps = Self.steps(pattern)
    guard let new = Self.inserted(canary, steps[...], into: root) else { return false }
    root = new
    paths.append((Self.notation(steps), canary))
    return true
  }

  private static func inserted(
    _ canary: Canary, _ steps: ArraySlice<Step>, into node: Node?
  ) -> Node? {
    guard let step = steps.first else { return node == nil ? .secret(canary) : nil }
    let rest = steps.dropFirst()
    switch (step, node) {
    case (.item, .array(let item)):
      return inserted(canary, rest, into: item).map { .array($0) }
    case (.item, nil): return inserted(canary, rest, into: nil).map { .array($0) }
    case (.key(let key), .object(var members)):
      guard let index = members.firstIndex(where: { $0.key == key }) else {
        guard let value = inserted(canary, rest, into: nil) else { return nil }
        return .object(members + [(key, value)])
      }
      guard let value = inserted(canary, rest, into: members[index].value) else { return nil }
      members[index].value = value
      return .object(members)
    case (.key(let key), nil):
      return inserted(canary, rest, into: nil).map { .object([(key, $0)]) }
    default: return nil
    }
  }

  /// Reads the notation of the table.
  static func steps(_ pattern: String) -> [Step] {
    var steps: [Step] = []
    var word = ""
    var isQuoted = false
    func close() {
      switch word {
      case "": break
      case "*": steps.append(.key("mine"))
      case "**": steps += [.key("some"), .key("depth")]
      default: steps.append(.key(word))
      }
      word = ""
    }
    for character in pattern {
      switch character {
      case "\"": isQuoted.toggle()
      case "." where !isQuoted, "[" where !isQuoted: close()
      case "]" where !isQuoted:
        if word.isEmpty || word.allSatisfy(\.isNumber), steps.last != nil, !pattern.contains("\"]")
        {
          word = ""
          steps.append(.item)
        } else {
          close()
        }
      default: word.append(character)
      }
    }
    close()
    return steps
  }

  private static func notation(_ steps: [Step]) -> String {
    steps.reduce("") { text, step in
      switch step {
      case .item: text + "[0]"
      case .key(let key) where key.allSatisfy { $0.isLetter || $0.isNumber || "_-".contains($0) }:
        text.isEmpty ? key : text + "." + key
      case .key(let key): text + "[\"\(key)\"]"
      }
    }
  }

  /// As many trees as are needed to hold a canary at every one of some paths.
  public static func grown(
    over patterns: [String], _ canary: () -> Canary
  ) -> [CanaryTree] {
    var trees: [CanaryTree] = [CanaryTree()]
    for pattern in patterns {
      let canary = canary()
      if trees.indices.contains(where: { trees[$0].insert(canary, at: pattern) }) { continue }
      var tree = CanaryTree()
      _ = tree.insert(canary, at: pattern)
      trees.append(tree)
    }
    return trees
  }
}
