import ConfigDocument

/// A value of a config, and how OpenClaw's loader puts two of them together.
indirect enum MergedValue: Equatable {
  struct Member {
    let key: String
    let value: MergedValue
  }

  case object([Member])
  case array([MergedValue])
  /// Anything else: the content of a text behind a quote, the spelling of the rest.
  case scalar(String)

  init(_ document: ConfigDocument, _ node: NodeID) {
    switch document.kind(node) {
    case .object:
      self = .object(
        document.children(node).map {
          Member(key: document.key($0) ?? "", value: MergedValue(document, $0))
        })
    case .array: self = .array(document.children(node).map { MergedValue(document, $0) })
    case .string: self = .scalar("'" + (document.string(node) ?? ""))
    default: self = .scalar(document.text(node))
    }
  }

  init(_ text: String) throws {
    let document = try ConfigDocument(parsing: Array(text.utf8))
    self.init(document, document.root)
  }

  /// With the files in the places of its includes, of which the paths are plain names.
  func including(_ files: [String: MergedValue]) -> MergedValue {
    switch self {
    case .scalar: return self
    case .array(let items): return .array(items.map { $0.including(files) })
    case .object(let members):
      let own = members.filter { $0.key != "$include" }
        .map { Member(key: $0.key, value: $0.value.including(files)) }
      func file(_ name: MergedValue) -> MergedValue {
        guard case .scalar(let name) = name, let value = files[String(name.dropFirst())] else {
          return .scalar("missing")
        }
        return value.including(files)
      }
      switch members.first(where: { $0.key == "$include" })?.value {
      case nil: return .object(own)
      case .array(let names)?:
        return names.map(file).reduce(MergedValue.object([])) { $0.merged($1) }
          .merged(MergedValue.object(own))
      case let name?: return own.isEmpty ? file(name) : file(name).merged(.object(own))
      }
    }
  }

  func merged(_ over: MergedValue) -> MergedValue {
    switch (self, over) {
    case (.object(var base), .object(let over)):
      for member in over {
        if let place = base.firstIndex(where: { $0.key == member.key }) {
          base[place] = Member(key: member.key, value: base[place].value.merged(member.value))
        } else {
          base.append(member)
        }
      }
      return .object(base)
    case (.array(let base), .array(let over)): return .array(base + over)
    default: return over
    }
  }

  /// The order of keys means nothing.
  static func == (left: MergedValue, right: MergedValue) -> Bool {
    switch (left, right) {
    case (.object(let left), .object(let right)):
      let (left, right) = (left.sorted { $0.key < $1.key }, right.sorted { $0.key < $1.key })
      return left.map(\.key) == right.map(\.key) && left.map(\.value) == right.map(\.value)
    case (.array(let left), .array(let right)): return left == right
    case (.scalar(let left), .scalar(let right)): return left == right
    default: return false
    }
  }

  /// As JSON5.
  var text: String {
    switch self {
    case .object(let members):
      "{"
        + members.map { Self.quoted($0.key) + ": " + $0.value.text }.joined(separator: ", ") + "}"
    case .array(let items): "[" + items.map(\.text).joined(separator: ", ") + "]"
    case .scalar(let text): text.hasPrefix("'") ? Self.quoted(String(text.dropFirst())) : text
    }
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      default: String(scalar)
      }
    }
    return "\"" + escaped.joined() + "\""
  }
}
