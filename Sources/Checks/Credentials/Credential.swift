internal import ConfigDocument
package import Diagnostics

/// A secret that a config or a variable gives, and how.
package struct Credential: Sendable, Hashable {
  /// How it is given.
  package enum Form: Sendable, Hashable {
    /// It stands in the config.
    case literal
    /// The config refers to these variables.
    case reference([String])
    /// The config refers to a file, a command or a store: its value is nobody's to know here.
    case secretRef(source: String)
    /// A variable gives it without the config's doing.
    case variable(String, VariableScope.Source)
  }

  /// How it is given.
  package let form: Form
  /// Where it stands in the config; nil when a variable gives it.
  package let path: ConfigPath?
  /// The secret without the space around it; nil when it cannot be known.
  package let text: String?
  /// The text or reference as it is written: two that are equal are the same secret.
  package let spelling: String
  /// The names that nothing known sets.
  package let missing: [String]

  private init(
    _ form: Form, at path: ConfigPath? = nil, text: String?, spelling: String,
    missing: [String] = []
  ) {
    self.form = form
    self.path = path
    self.text = text
    self.spelling = spelling
    self.missing = missing
  }

  /// A credential of which a variable gives the value.
  init(variable name: String, _ found: VariableScope.Found) {
    self.init(
      .variable(name, found.source), text: found.value.trimmed, spelling: "${\(name)}")
  }

  /// A credential that stands in a config, nil when there is none or only an empty text.
  ///
  /// - Parameters:
  ///   - path: where it would stand.
  ///   - context: the config.
  init?(at path: ConfigPath, in context: CheckContext) {
    guard let node = context.document.node(at: path) else { return nil }
    self.init(node, at: path, in: context)
  }

  /// The same for a value that was found already.
  init?(_ node: NodeID, at path: ConfigPath, in context: CheckContext) {
    if context.document.kind(node) == .object {
      self.init(reference: path, in: context)
      return
    }
    guard let written = context.document.string(node)?.trimmed, !written.isEmpty else { return nil }
    let substitution = Substitution(written, release: context.target, scope: context.variables)
    self.init(
      substitution.names.isEmpty ? .literal : .reference(substitution.names), at: path,
      text: substitution.missing.isEmpty ? substitution.text.trimmed : nil, spelling: written,
      missing: substitution.missing)
  }

  /// A reference object: `{ source, provider, id }`.
  private init?(reference path: ConfigPath, in context: CheckContext) {
    guard let source = context.text(at: path.appending(key: "source")) else { return nil }
    let provider = context.text(at: path.appending(key: "provider")) ?? ""
    let id = context.text(at: path.appending(key: "id")) ?? ""
    let spelling = "\(source):\(provider):\(id)"
    guard source == "env" else {
      self.init(.secretRef(source: source), at: path, text: nil, spelling: spelling)
      return
    }
    let value = context.variables.find(id)?.value.trimmed ?? ""
    self.init(
      .reference([id]), at: path, text: value.isEmpty ? nil : value, spelling: spelling,
      missing: value.isEmpty ? [id] : [])
  }

  /// Whether it stands in the config as it is.
  package var isLiteral: Bool { form == .literal }

  /// Whether two credentials are the same secret.
  ///
  /// - Parameter other: another one.
  /// - Returns: nil when one of them cannot be known and they are not written alike.
  package func isSame(as other: Credential) -> Bool? {
    if let text, let other = other.text { return text == other }
    // A literal text never refers to anything, so that only references can be the same by spelling.
    if !isLiteral, !other.isLiteral, spelling == other.spelling { return true }
    return nil
  }
}
