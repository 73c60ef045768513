package import ConfigDocument
package import ConfigSchema
package import Diagnostics

/// What a check may look at.
package struct CheckContext: Sendable {
  /// The config.
  package let document: ConfigDocument
  /// The release that it is judged against.
  package let target: Release
  /// Whether a text holds something that stands for a hidden value; the redactor knows.
  package var isMask: @Sendable (String) -> Bool = { _ in false }
  /// The strings that are secret for their key, in order; the redactor knows.
  package var secrets: [NodeID] = []
  /// The variables that the gateway sees.
  package var variables = VariableScope.unknown
  /// The variables that a client in this shell sees; it reads the same files as the gateway.
  package var clientVariables = VariableScope.unknown
  /// The files around the config, where they were looked at.
  package var files: [StateFile] = []
  /// The definition of the gateway's service; nil when there is none or it is not known.
  package var service: ServiceDefinition?
  /// The `.env` files of the workspaces, where they were looked at.
  package var workspaceFiles: [WorkspaceFile] = []
  /// The lines of the config; nil where nothing asks for places.
  package let lines: LineIndex?
  /// Where a value stood before pending migrations moved it; nil when none did.
  package var origin: (@Sendable (ConfigPath) -> SourceSpan?)?

  /// Makes a context.
  ///
  /// - Parameters:
  ///   - document: the config.
  ///   - target: the release that it is judged against.
  ///   - lines: the lines of the config, so that findings have places.
  package init(document: ConfigDocument, target: Release, lines: LineIndex?) {
    self.document = document
    self.target = target
    self.lines = lines
  }

  /// Where the key of a value, or the value itself, stands in the text that the user wrote; nil for
  /// what a migration would add.
  func span(of node: NodeID) -> SourceSpan? {
    if let origin { return origin(document.path(to: node)) }
    return lines?.span(document.keyRange(node) ?? document.range(node))
  }

  /// The same for a value whose path is known.
  func span(of node: NodeID, at path: ConfigPath) -> SourceSpan? {
    if let origin { return origin(path) }
    return lines?.span(document.keyRange(node) ?? document.range(node))
  }

  /// The strings that are secret for their key, with their paths.
  var secretPlaces: Zip2Sequence<[NodeID], [ConfigPath]> {
    zip(secrets, document.paths(to: secrets))
  }

  /// Where the value at a path stands; nil when there is none.
  func span(at path: ConfigPath) -> SourceSpan? {
    if let origin { return origin(path) }
    return document.node(at: path).flatMap { span(of: $0) }
  }
}

/// Short ways to ask for a value.
extension CheckContext {
  /// What stands at a path; nil when nothing does.
  func kind(at path: ConfigPath) -> NodeKind? {
    document.node(at: path).map { document.kind($0) }
  }

  /// The string at a path without the space around it; nil when there is none.
  func text(at path: ConfigPath) -> String? {
    document.node(at: path).flatMap { document.string($0) }.map(\.trimmed)
  }

  /// The boolean at a path; nil when there is none.
  func boolean(at path: ConfigPath) -> Bool? {
    document.node(at: path).flatMap { document.boolean($0) }
  }

  /// The strings of the array at a path without the space around them; what is no string is left
  /// out.
  func texts(at path: ConfigPath) -> [String] {
    guard let node = document.node(at: path), document.kind(node) == .array else { return [] }
    return document.children(node).compactMap { document.string($0)?.trimmed }
  }

  /// The nearest value on the way to a path that does stand there: what to point at when a key is
  /// missing; nil for the root.
  func nearest(to path: ConfigPath) -> ConfigPath? {
    var path = path
    while document.node(at: path) == nil, let parent = path.parent { path = parent }
    return path.steps.isEmpty ? nil : path
  }
}

extension ConfigPath {
  /// A path of ours: plain keys with dots between them.
  init(keys: String) {
    self.init(keys.split(separator: ".").map { .key(String($0)) })
  }
}

extension String {
  /// The text without white space around it, as OpenClaw trims credentials.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }
}
