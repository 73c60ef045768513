internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Where a new secret goes when one is replaced: where the old one stands, so that what was kept
/// out of the config stays out of it.
enum RotationPlace {
  /// The config holds the secret itself.
  case config(ConfigPath)
  /// The config refers to a variable that the state folder's `.env` sets, and nothing else uses.
  case variable(String, ConfigPath)
  /// The config refers to a variable that others need as it is: a new one is made beside it.
  case newVariable(String, ConfigPath)
  /// The same, and an earlier run that was cut off has made the variable already.
  case waitingVariable(String, ConfigPath)

  /// Finds the place; nil when only the user can replace the secret: it comes from the environment,
  /// from a file, or is only a part of a text.
  ///
  /// - Parameters:
  ///   - credential: the secret that is to be replaced; it stands in the config.
  ///   - context: the config, and what sets its variables.
  init?(of credential: Credential, in context: CheckContext) {
    guard let path = credential.path else { return nil }
    switch credential.form {
    case .literal: self = .config(path)
    case .secretRef, .variable: return nil
    case .reference(let names):
      guard names.count == 1, credential.spelling == "${\(names[0])}" else { return nil }
      if Self.uses(of: names[0], in: context) == 1, !names[0].contains("GATEWAY") {
        guard context.variables.find(names[0])?.source.kind == .stateFile else { return nil }
        self = .variable(names[0], path)
      } else {
        guard Self.canMakeVariable(context) else { return nil }
        self = Self.beside(credential, path, context)
      }
    }
  }

  /// What is done, in the imperative.
  var message: Message {
    switch self {
    case .config(let path): "make \(path) anew"
    case .variable(let name, let path):
      "make \(path) anew: \(ours: name) in the `.env` of the state folder"
    case .newVariable(let name, let path):
      "make \(path) anew: \(ours: name) in the `.env` of the state folder, and refer to it"
    case .waitingVariable(let name, let path):
      "let \(path) refer to \(ours: name), which the `.env` of the state folder holds"
    }
  }

  /// The steps that put a new secret there.
  ///
  /// - Parameter secret: the new secret.
  /// - Returns: the steps in order.
  func steps(writing secret: String) -> [Repair.Step] {
    switch self {
    case .config(let path): [.replace(path, with: secret)]
    case .variable(let name, _): [.setVariable(name, to: secret)]
    case .newVariable(let name, let path):
      [.setVariable(name, to: secret), .replace(path, with: "${\(name)}")]
    case .waitingVariable(let name, let path): [.replace(path, with: "${\(name)}")]
    }
  }

  /// Nothing is put into the `.env` of what may be another machine's config, unless it has one.
  private static func canMakeVariable(_ context: CheckContext) -> Bool {
    switch context.variables.knowledge {
    case .machine: true
    case .files: context.variables.sources.contains { $0.kind == .stateFile }
    case .nothing: false
    }
  }

  private static func uses(of name: String, in context: CheckContext) -> Int {
    let reference = "${\(name)}"
    var count = 0
    context.document.forEachNode { node in
      if context.document.string(node)?.contains(reference) == true { count += 1 }
    }
    return count
  }

  private static func beside(
    _ credential: Credential, _ path: ConfigPath, _ context: CheckContext
  ) -> RotationPlace {
    let base = "OPENCLAW_HOOKS_TOKEN"
    var name = base
    var number = 1
    while let found = context.variables.find(name) {
      let isWaiting =
        found.source.kind == .stateFile && uses(of: name, in: context) == 0
        && CredentialStrength(found.value, as: .hooksToken).map { !$0.isTooShort } ?? false
      if isWaiting, let text = credential.text, text != found.value.trimmed {
        return .waitingVariable(name, path)
      }
      number += 1
      name = "\(base)_\(number)"
    }
    return .newVariable(name, path)
  }
}
