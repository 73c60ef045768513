import ConfigDocument
import Diagnostics

/// What a config means, apart from how it is written: the independent model of the laws.
indirect enum Tree: Hashable {
  struct Member: Hashable {
    var key: String
    var value: Tree
  }

  case object([Member])
  case array([Tree])
  case string(String)
  /// A number, a boolean or null, as it is spelled.
  case word(String)

  /// Reads the meaning of a parsed value.
  init(_ document: ConfigDocument, _ node: NodeID) {
    switch document.kind(node) {
    case .object:
      self = .object(
        document.children(node).map {
          Member(key: document.key($0) ?? "", value: Tree(document, $0))
        })
    case .array: self = .array(document.children(node).map { Tree(document, $0) })
    case .string: self = .string(document.string(node) ?? "")
    case .number: self = .word(document.text(node))
    // YAML has several spellings of these.
    case .boolean: self = .word(document.boolean(node) == true ? "true" : "false")
    case .null: self = .word("null")
    }
  }

  init(_ value: NewValue) {
    switch value {
    case .string(let text): self = .string(text)
    case .number(let text): self = .word(text)
    case .boolean(let flag): self = .word(flag ? "true" : "false")
    case .null: self = .word("null")
    case .array(let items): self = .array(items.map { Tree($0) })
    case .object(let members):
      self = .object(members.map { Member(key: $0.key, value: Tree($0.value)) })
    }
  }

  /// With the members of all objects ordered by key: where a new member goes is no question of
  /// meaning.
  var sorted: Tree {
    switch self {
    case .object(let members):
      // Swift's sort is stable, so that members with the same key keep their order.
      .object(
        members.map { Member(key: $0.key, value: $0.value.sorted) }
          .sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) })
    case .array(let items): .array(items.map(\.sorted))
    case .string, .word: self
    }
  }

  var isContainer: Bool {
    switch self {
    case .object, .array: true
    case .string, .word: false
    }
  }

  /// Every path below this value, without repetition.
  func paths(from path: ConfigPath = .root) -> [ConfigPath] {
    var found: [ConfigPath] = []
    var seen: Set<ConfigPath> = []
    func add(_ path: ConfigPath, _ value: Tree) {
      guard seen.insert(path).inserted else { return }
      found.append(path)
      found += value.paths(from: path)
    }
    switch self {
    case .object(let members):
      for member in members { add(path.appending(key: member.key), member.value) }
    case .array(let items):
      for (index, item) in items.enumerated() { add(path.appending(index: index), item) }
    case .string, .word: break
    }
    return found
  }
}

/// The edits of a draft once more, on values only. Nil stands for a refusal.
extension Tree {
  subscript(_ steps: ArraySlice<ConfigPath.Step>) -> Tree? {
    guard let step = steps.first else { return self }
    switch (self, step) {
    case (.object(let members), .key(let key)):
      return members.last { $0.key == key }?.value[steps.dropFirst()]
    case (.array(let items), .index(let index)):
      return items.indices.contains(index) ? items[index][steps.dropFirst()] : nil
    default: return nil
    }
  }

  subscript(_ path: ConfigPath) -> Tree? { self[path.steps[...]] }

  /// Calls `change` with the member at a path, nil when it is missing; what it leaves is put there.
  ///
  /// Nil when a key on the way repeats, or something on the way is no container for its step.
  func changing(
    _ steps: ArraySlice<ConfigPath.Step>, _ change: (Tree?) -> Tree??
  ) -> Tree? {
    guard let step = steps.first else { return change(self) ?? nil }
    let rest = steps.dropFirst()
    func inner(_ old: Tree?) -> Tree?? {
      if rest.isEmpty { return change(old) }
      if let old { return old.changing(rest, change).map { .some($0) } }
      let empty: Tree
      if case .index? = rest.first { empty = .array([]) } else { empty = .object([]) }
      return empty.changing(rest, change).map { .some($0) }
    }
    switch (self, step) {
    case (.object(var members), .key(let key)):
      let places = members.indices.filter { members[$0].key == key }
      guard places.count < 2 else { return nil }
      guard let result = inner(places.first.map { members[$0].value }) else { return nil }
      switch (places.first, result) {
      case (let place?, let value?): members[place].value = value
      case (let place?, nil): members.remove(at: place)
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (nil, nil): break
      }
      return .object(members)
    case (.array(var items), .index(let index)):
      guard index <= items.count else { return nil }
      guard let result = inner(index < items.count ? items[index] : nil) else { return nil }
      switch (index < items.count, result) {
      case (true, let value?): items[index] = value
      case (true, nil): items.remove(at: index)
      case (false, let value?): items.append(value)
      case (false, nil): break
      }
      return .array(items)
    default: return nil
    }
  }
}
