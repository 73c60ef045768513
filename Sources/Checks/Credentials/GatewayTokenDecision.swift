internal import ConfigDocument
internal import ConfigSchema
package import Diagnostics

/// What `--generate-gateway-token` is to do, decided from what is configured.
///
/// A credential that works is never replaced unasked, and what somebody has decided (a reference to
/// a store, another mode) never at all (FM-16, FM-45; `facts`: token).
package enum GatewayTokenDecision: Sendable, Hashable {
  /// Where a new token goes.
  package enum Destination: Sendable, Hashable {
    /// Into the state folder's `.env`, and the config refers to it.
    case stateFile
    /// Into the config itself, as OpenClaw does it.
    case config
    /// Nowhere: it is printed.
    case print
  }

  /// A token is there and stays; the message says where.
  case keep(Message)
  /// These steps make one, or wire up one that is there.
  case make(Steps)
  /// It would do harm.
  case refuse(Message, help: Message)

  /// What makes a token.
  package struct Steps: Sendable, Hashable {
    /// The variable of the state folder's `.env` that gets a new token; nil when none does.
    package var variable: String?
    /// Whether the config gets the token itself.
    package var isInline = false
    /// Whether the config gets a reference to the variable.
    package var refers = false
    /// Whether the config gets the mode that asks for a token.
    package var setsMode = false
    /// Whether clients hold an old one.
    package var isRotation = false

    /// Steps that do nothing.
    ///
    /// - Parameter setsMode: whether the config gets the mode that asks for a token.
    package init(setsMode: Bool = false) {
      self.setsMode = setsMode
    }
  }

  /// The variable that OpenClaw reads a token from.
  package static let variable = "OPENCLAW_GATEWAY_TOKEN"

  /// Decides.
  ///
  /// - Parameters:
  ///   - context: the config, the release, the variables.
  ///   - destination: where a new token is to go.
  ///   - rotates: whether a token that is there is to be replaced.
  /// - Returns: the decision.
  package static func decide(
    _ context: CheckContext, into destination: Destination, rotates: Bool
  ) -> GatewayTokenDecision {
    let auth = GatewayAuth(context)
    if let refusal = refusal(of: auth, context) { return refusal }
    let steps = Steps(setsMode: !auth.isModeStated)
    if let token = auth.configToken {
      return decide(token, steps, context, into: destination, rotates: rotates)
    }
    guard context.kind(at: GatewayAuth.Key.token).map({ $0 == .string || $0 == .null }) ?? true
    else {
      return .refuse(
        "\(GatewayAuth.Key.token) holds something that is no text",
        help: "remove it, then run it again")
    }
    if let found = auth.variableToken, case .variable(let name, let source) = found.form {
      return decide(
        name, source, steps, context, into: destination, rotates: rotates)
    }
    return make(steps, context, into: destination)
  }

  // MARK: What is configured

  private static func refusal(
    of auth: GatewayAuth, _ context: CheckContext
  ) -> GatewayTokenDecision? {
    if context.text(at: ConfigPath(keys: "gateway.mode")) == "remote" {
      return .refuse(
        "this machine is a client of a gateway elsewhere: gateway.mode is \"remote\"",
        help: "make the token where the gateway runs")
    }
    let mode = GatewayAuth.Key.mode
    switch auth.statedMode {
    case .token: return nil
    case .password?, .trustedProxy?:
      return .refuse(
        "\(mode) is \"\(ours: auth.statedMode?.rawValue ?? "")\", which needs no token",
        help: "if a token is wanted instead, set \(mode) to \"token\" first")
    case GatewayAuth.Mode.none?:
      return .refuse(
        "\(mode) is \"none\": somebody has switched authentication off",
        help: "if that was not on purpose, remove \(mode), then run it again")
    case nil: break
    }
    if auth.isModeStated {
      return .refuse(
        "\(mode) holds a mode that is not known", help: "correct it, then run it again")
    }
    guard auth.serverPassword == nil else {
      return .refuse(
        "the gateway asks for a password already",
        help: "remove the password, or set \(mode) to \"token\", then run it again")
    }
    return nil
  }

  /// A token stands in the config, or a reference to one.
  private static func decide(
    _ token: Credential, _ steps: Steps, _ context: CheckContext, into destination: Destination,
    rotates: Bool
  ) -> GatewayTokenDecision {
    switch token.form {
    case .secretRef(let source):
      return .refuse(
        "\(GatewayAuth.Key.token) refers to a secret of the kind \"\(outside: source)\"",
        help: "make the new token where that secret is kept")
    case .literal, .variable:
      guard rotates else {
        return .keep("a token stands at \(GatewayAuth.Key.token); --rotate replaces it")
      }
      var steps = steps
      steps.isRotation = true
      return make(steps, context, into: destination)
    case .reference(let names):
      return decide(
        reference: token, names, steps, context, into: destination, rotates: rotates)
    }
  }

  private static func decide(
    reference token: Credential, _ names: [String], _ steps: Steps, _ context: CheckContext,
    into destination: Destination, rotates: Bool
  ) -> GatewayTokenDecision {
    guard names.count == 1, let name = names.first, token.spelling == "${\(name)}" else {
      return .refuse(
        "\(GatewayAuth.Key.token) refers to what keeps the token elsewhere",
        help: "make the new token there")
    }
    if let found = context.variables.find(name), !found.value.trimmed.isEmpty {
      return decide(name, found.source, steps, context, into: destination, rotates: rotates)
    }
    guard name == variable else {
      return .refuse(
        "\(GatewayAuth.Key.token) refers to the variable \(ours: name), which nothing known sets",
        help: "set \(ours: name) for the gateway, or remove the reference and run it again")
    }
    guard destination != .config else {
      return .refuse(
        "\(GatewayAuth.Key.token) refers to the variable \(ours: name), which would be lost",
        help: "leave out --inline: the token then goes where the reference leads")
    }
    return make(steps, context, into: destination)
  }

  /// A variable gives a token.
  private static func decide(
    _ name: String, _ source: VariableScope.Source, _ steps: Steps, _ context: CheckContext,
    into destination: Destination, rotates: Bool
  ) -> GatewayTokenDecision {
    let isReferred = context.kind(at: GatewayAuth.Key.token) == .string
    guard source.kind == .stateFile else {
      guard rotates else { return .keep("the variable \(ours: name) gives a token already") }
      return .refuse(
        "the variable \(ours: name) is set by \(ours: source.kind.phrase), which counts first",
        help: "change it there")
    }
    var steps = steps
    if rotates {
      guard destination == .stateFile || !isReferred else {
        return .refuse(
          "the token is kept in the `.env` of the state folder",
          help: "leave out --inline: the new one then takes its place")
      }
      steps.isRotation = true
      steps.variable = name
      steps.refers = !isReferred
      return destination == .stateFile ? .make(steps) : make(steps, context, into: destination)
    }
    guard !isReferred, destination == .stateFile, name == variable else {
      return .keep("the `.env` of the state folder gives a token already; --rotate replaces it")
    }
    // An earlier run was cut off between the two files, or somebody wrote the variable by hand.
    steps.refers = true
    return .make(steps)
  }

  // MARK: What is to be done

  private static func make(
    _ steps: Steps, _ context: CheckContext, into destination: Destination
  ) -> GatewayTokenDecision {
    var steps = steps
    switch destination {
    case .print: break
    case .config:
      steps.isInline = true
      steps.variable = nil
      steps.refers = false
    case .stateFile:
      guard context.target >= "2026.1.16" else {
        return .refuse(
          "releases before 2026.1.16 do not replace `${…}` in a config",
          help: "use --inline, which puts the token into the config")
      }
      steps.variable = variable
      steps.refers = context.text(at: GatewayAuth.Key.token) != "${\(variable)}"
    }
    guard destination != .print, let found = context.variables.find(variable),
      found.source.kind != .stateFile, !found.value.trimmed.isEmpty
    else { return .make(steps) }
    return .refuse(
      "the variable \(ours: variable) is set by \(ours: found.source.kind.phrase)",
      help: "unset it first: clients would send it instead of the new token")
  }
}

extension VariableScope.Source.Kind {
  /// What it is, for a sentence.
  package var phrase: String {
    switch self {
    case .process: "the environment"
    case .service: "the definition of the service"
    case .stateFile: "the `.env` of the state folder"
    case .gatewayFile: "gateway.env"
    case .config: "the env block of the config"
    }
  }
}
