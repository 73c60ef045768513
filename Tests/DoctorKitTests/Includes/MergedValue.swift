import ConfigDocument

/// A value of a config, and how OpenClaw's loader puts two of them together.
indirect enum MergedValue: Hashable {
  case object([String: MergedValue])
  case array([MergedValue])
  /// Anything else: the content of a text behind a quote, the spelling of the rest.
  case scalar(String)

  init(_ document: ConfigDocument, _ node: NodeID) {
    switch document.kind(node) {
    case .object:
      var members: [String: MergedValue] = [:]
      for child in document.children(node) {
        members[document.key(child) ?? ""] = MergedValue(document, child)
      }
      self = .object(members)
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
      var own: [String: MergedValue] = [:]
      for (key, value) in members where key != "$include" { own[key] = value.including(files) }
      func file(_ name: MergedValue) -> MergedValue {
        guard case .scalar(let name) = name, let value = files[String(name.dropFirst())] else {
          return .scalar("missing")
        }
        return value.including(files)
      }
      switch members["$include"] {
      case nil: return .object(own)
      case .array(let names)?:
        return names.map(file).reduce(MergedValue.object([:])) { $0.merged($1) }
          .merged(MergedValue.object(own))
      case let name?: return own.isEmpty ? file(name) : file(name).merged(.object(own))
      }
    }
  }

  func merged(_ over: MergedValue) -> MergedValue {
    switch (self, over) {
    case (.object(let base), .object(let over)):
      .object(base.merging(over) { $0.merged($1) })
    case (.array(let base), .array(let over)): .array(base + over)
    default: over
    }
  }

  /// As JSON5.
  var text: String {
    switch self {
    case .object(let members):
      "{"
        + members.sorted { $0.key < $1.key }.map { Self.quoted($0.key) + ": " + $0.value.text }
        .joined(separator: ", ") + "}"
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
