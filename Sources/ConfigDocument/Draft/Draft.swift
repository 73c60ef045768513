public import Diagnostics

/// Edits on a document, by paths, and the text that results.
///
/// A draft is a value: a failed edit leaves it as it was, a copy is a second attempt. Whatever no
/// edit touches keeps its bytes; new text takes the style of what stands around it.
///
/// ```swift
/// var draft = Draft(document)
/// try draft.move(ConfigPath(parsing: "gateway.token"), to: ConfigPath(parsing: "gateway.auth.token"))
/// let edited = draft.render()
/// ```
public struct Draft: Sendable {
  /// The document that the draft began with.
  public let document: ConfigDocument
  var containers: [DraftContainer] = []
  var root: DraftValue
  /// Comments of a root that was replaced; they stand in front of the new one.
  var aside: [UInt8] = []
  /// The style of the text that is edited at the moment.
  var style: DraftStyle
  /// The style of the document.
  let ownStyle: DraftStyle
  /// Values that come from texts of their own, and these.
  let separate: [NodeID: ConfigDocument]

  /// Begins with a document as it is.
  ///
  /// - Parameters:
  ///   - document: the original.
  ///   - separate: values that come from texts of their own, as included files do, and these: they
  ///     are edited in their own style, and where one is moved, its lines are not indented anew.
  public init(_ document: ConfigDocument, separate: [NodeID: ConfigDocument] = [:]) {
    self.document = document
    self.separate = separate
    root = .source(document.root)
    style = DraftStyle(document)
    ownStyle = style
  }
}

extension Draft {
  /// What stands at a path; nil when nothing does.
  public func kind(at path: ConfigPath) -> NodeKind? {
    value(at: path).map(kind)
  }

  /// The decoded string at a path; nil when there is none.
  public func string(at path: ConfigPath) -> String? {
    guard let value = value(at: path), kind(value) == .string else { return nil }
    return string(value)
  }

  /// The boolean at a path; nil when there is none.
  public func boolean(at path: ConfigPath) -> Bool? {
    guard let value = value(at: path), kind(value) == .boolean else { return nil }
    return isTrue(value)
  }

  /// The spelling of the scalar at a path; nil when there is none.
  public func spelling(at path: ConfigPath) -> String? {
    guard let value = value(at: path), !kind(value).isContainer else { return nil }
    return String(decoding: text(value), as: UTF8.self)
  }

  /// The unescaped keys of the object at a path, in order and without repetition; empty when there
  /// is no object.
  public func keys(at path: ConfigPath) -> [String] {
    guard let value = value(at: path), kind(value) == .object else { return [] }
    return effectiveMembers(of: value).compactMap { member in
      if case .key(let key) = member.step { key } else { nil }
    }
  }

  /// The number of members or items at a path; 0 when there is no container.
  public func count(at path: ConfigPath) -> Int {
    value(at: path).map { children($0).count } ?? 0
  }

  /// The value of the original document that stands at a path now, or whose place is taken by what
  /// stands there; nil for what is new.
  public func origin(at path: ConfigPath) -> NodeID? {
    guard let parent = path.parent, let step = path.steps.last else { return document.root }
    guard let value = value(at: parent) else { return nil }
    switch value {
    case .source(let node):
      return document.child(step, of: node)
    case .container(let index):
      if let place = memberIndex(step, in: index) { return containers[index].members[place].origin }
      return borrowed(step, in: index)
    case .scalar, .text: return nil
    }
  }

  /// Whether a key on the way stands in its object more than once.
  public func hasDuplicate(on path: ConfigPath) -> Bool {
    var value = root
    for step in path.steps {
      if case .key(let key) = step, standsTwice(key, in: value) { return true }
      guard let next = child(step, of: value) else { return false }
      value = next
    }
    return false
  }

  private func standsTwice(_ key: String, in value: DraftValue) -> Bool {
    switch value {
    case .source(let node):
      return document.children(node).count { document.hasKey($0, key) } > 1
    case .scalar, .text: return false
    case .container(let index):
      guard let places = containers[index].places(of: key) else { return false }
      return places.first != places.last
    }
  }

  /// The paths at which something stands that a pattern describes, in the order of the text.
  ///
  /// - Parameter pattern: for instance `channels.*.accounts.*.token`.
  /// - Returns: the paths, without wildcards; none when nothing stands there.
  public func matches(_ pattern: PathPattern) -> [ConfigPath] {
    var found: [(ConfigPath, DraftValue)] = [(.root, root)]
    for step in pattern.steps {
      var next: [(ConfigPath, DraftValue)] = []
      for (path, value) in found {
        switch step {
        case .key(let key):
          if let child = child(.key(key), of: value) {
            next.append((path.appending(key: key), child))
          }
        case .index(let index):
          if let child = child(.index(index), of: value) {
            next.append((path.appending(index: index), child))
          }
        case .anyKey where kind(value) == .object:
          next += effectiveMembers(of: value).map { (path.appending($0.step), $0.value) }
        case .anyItem where kind(value) == .array:
          for (index, item) in children(value).enumerated() {
            next.append((path.appending(index: index), item.value))
          }
        case .anyKey, .anyItem: break
        }
      }
      found = next
      if found.isEmpty { return [] }
    }
    return found.map(\.0)
  }

  /// The members of an object in order, of those with the same key the last at the place of the
  /// first.
  private func effectiveMembers(
    of object: DraftValue
  ) -> [(step: ConfigPath.Step, value: DraftValue)] {
    var members: [(step: ConfigPath.Step, value: DraftValue)] = []
    var places: [ConfigPath.Step: Int] = [:]
    for (key, value) in children(object) {
      let step = ConfigPath.Step.key(notation.decodeKey(key))
      if let place = places[step] {
        members[place].value = value
      } else {
        places[step] = members.count
        members.append((step, value))
      }
    }
    return members
  }
}

extension Draft {
  /// The path with the digits of a JSON Pointer as a position wherever they lead into an array.
  func resolved(_ path: ConfigPath) -> ConfigPath {
    var value: DraftValue? = root
    var resolved = path
    for (depth, step) in path.steps.enumerated() {
      guard let here = value else { break }
      if kind(here) == .array, let position = step.position {
        resolved.steps[depth] = .index(position)
      }
      value = child(resolved.steps[depth], of: here)
    }
    return resolved
  }

  func value(at path: ConfigPath) -> DraftValue? {
    var value = root
    for step in path.steps {
      guard let next = child(step, of: value) else { return nil }
      value = next
    }
    return value
  }

  func kind(_ value: DraftValue) -> NodeKind {
    switch value {
    case .source(let node): document.kind(node)
    case .scalar(_, let kind): kind
    case .text: .string
    case .container(let index): containers[index].kind
    }
  }

  /// The spelling of a scalar.
  func text(_ value: DraftValue) -> Piece {
    switch value {
    case .source(let node): document.bytes[document.range(node)]
    case .scalar(let piece, _), .text(let piece, _): piece
    case .container: []
    }
  }

  /// The content of a string.
  func string(_ value: DraftValue) -> String {
    switch value {
    case .source(let node): document.string(node) ?? ""
    case .text(_, let content): content
    case .scalar(let piece, _): JSON5Text.decodeString(piece)
    case .container: ""
    }
  }

  /// Whether a boolean is true; YAML has it with a capital letter too.
  func isTrue(_ value: DraftValue) -> Bool {
    text(value).first.map { $0 | 0x20 } == UInt8(ascii: "t")
  }

  var notation: Notation { document.yaml == nil ? .json5 : .yaml }

  /// The members or items of a value, with the spelling of their keys.
  func children(_ value: DraftValue) -> [(key: Piece, value: DraftValue)] {
    switch value {
    case .source(let node):
      document.children(node).map { child in
        (document.keyRange(child).map { document.bytes[$0] } ?? [], .source(child))
      }
    case .scalar, .text: []
    case .container(let index) where containers[index].hasMerges:
      membersWithMerged(index)
    case .container(let index): containers[index].members.map { ($0.key, $0.value) }
    }
  }

  func child(_ step: ConfigPath.Step, of value: DraftValue) -> DraftValue? {
    switch value {
    case .source(let node):
      document.child(step, of: node).map { .source($0) }
    case .scalar, .text: nil
    case .container(let index):
      memberIndex(step, in: index).map { containers[index].members[$0].value }
        ?? borrowed(step, in: index).map { .source($0) }
    }
  }

  /// The place of a step among the members of a container; the last one when a key repeats.
  func memberIndex(_ step: ConfigPath.Step, in container: Int) -> Int? {
    switch (step, containers[container].kind) {
    case (.key, .array):
      step.position.flatMap { memberIndex(.index($0), in: container) }
    case (.key(let key), .object):
      containers[container].places(of: key)?.last
    case (.index(let index), .array):
      containers[container].members.indices.contains(index) ? index : nil
    default: nil
    }
  }
}
