internal import ConfigDocument
package import ConfigSchema
package import Diagnostics

/// Finds webhooks whose token is the gateway's own token or password.
///
/// ## Why it matters
/// Whoever may send a webhook could run the gateway. It does not start with its token in both
/// places from 2026.2.19 on; some release of summer 2026 went back to a warning, and it is not
/// known which (documentation of July 2026). The password is compared since mid 2026.
///
/// ## Fix safety
/// Only the token of the hooks is made anew: the gateway's is known to clients and paired devices.
/// Whoever sends webhooks must learn the new one.
package struct HooksTokenCollision: StartRule, RepairingCheck {
  package let id = "hooks-token-collision"
  package let summary = "Find webhooks with the gateway's own token or password"
  package let since: Release = "2026.2.19"
  package let examples = [
    CheckExample(
      "{ gateway: { auth: { token: 'demo-same' } }, hooks: { enabled: true, ↓token: ' demo-same ' } }"
    ),
    CheckExample(
      "{ hooks: { enabled: true, ↓token: 'demo-same' } }",
      variables: ["OPENCLAW_GATEWAY_TOKEN": "demo-same"]),
    CheckExample(
      "{ gateway: { auth: { token: '${A}' } }, hooks: { enabled: true, ↓token: '${B}' } }",
      variables: ["A": "demo-same", "B": "demo-same"]),
    CheckExample(
      "{ gateway: { auth: { token: '${A}' } }, hooks: { enabled: true, ↓token: '${A}' } }"),
    CheckExample(
      "{ gateway: { auth: { mode: 'password', password: 'demo-same' } }, hooks: { enabled: true, ↓token: 'demo-same' } }"
    ),
    CheckExample(
      "{ gateway: { auth: { token: 'demo-one' } }, hooks: { enabled: true, token: 'demo-two' } }"),
    CheckExample(
      "{ gateway: { auth: { token: 'demo-same' } }, hooks: { token: 'demo-same' } }"),
  ]

  static let key = ConfigPath(keys: "hooks.token")

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard context.hasHooks, let hooks = Credential(at: Self.key, in: context) else { return [] }
    let auth = GatewayAuth(context)
    if let twin = twin(of: hooks, auth) { return [finding(twin, hooks, auth, context)] }
    return unknown(hooks, auth).map { finding(unknown: $0, context) }.map { [$0] } ?? []
  }

  package func repairs(
    in context: CheckContext, secrets: SecretSource
  ) throws(SecretSource.Failure) -> [Repair] {
    guard context.hasHooks, let hooks = Credential(at: Self.key, in: context),
      twin(of: hooks, GatewayAuth(context)) != nil,
      let place = RotationPlace(of: hooks, in: context)
    else { return [] }
    return [
      Repair(
        checkID: id, message: place.message + senders(context),
        steps: place.steps(writing: try secrets.token()))
    ]
  }

  // MARK: The comparison

  /// The gateway's secret that the token of the hooks is the same as; nil when there is none.
  private func twin(of hooks: Credential, _ auth: GatewayAuth) -> Credential? {
    secrets(auth).first { $0.isSame(as: hooks) == true }
  }

  /// The gateway's secret that cannot be compared; nil when all can.
  private func unknown(_ hooks: Credential, _ auth: GatewayAuth) -> Credential? {
    secrets(auth).first { $0.isSame(as: hooks) == nil }
  }

  private func secrets(_ auth: GatewayAuth) -> [Credential] {
    [auth.configToken, auth.variableToken, auth.configPassword, auth.variablePassword]
      .compactMap { $0 }
  }

  private func isPassword(_ twin: Credential, _ auth: GatewayAuth) -> Bool {
    twin == auth.configPassword || twin == auth.variablePassword
  }

  // MARK: The words

  private func finding(
    _ twin: Credential, _ hooks: Credential, _ auth: GatewayAuth, _ context: CheckContext
  ) -> Finding {
    let isPassword = isPassword(twin, auth)
    let isInUse = isPassword ? auth.mode != .token : auth.mode == .token
    let isRefused =
      isInUse && (isPassword ? context.target >= "2026.6.1" : context.target >= since)
    let name: Message = isPassword ? "the gateway's password" : "the gateway's token"
    let place = RotationPlace(of: hooks, in: context)
    return finding(
      at: Self.key, in: context, severity: isRefused ? .error : .warning,
      "\(Self.key) is the same secret as " + name, why: why(isRefused, context.target),
      fix: place.map { .safe($0.message + senders(context)) }
        ?? .manual(
          "give \(Self.key) a secret of its own where it is set now" + senders(context)))
  }

  private func why(_ isRefused: Bool, _ target: Release) -> Message {
    guard isRefused else { return "whoever may send a webhook can run the gateway" }
    // Builds of May 2026 refuse still, documentation of July 2026 says that they warn.
    return target < "2026.6.1"
      ? "the gateway refuses to start: whoever may send a webhook could run it"
      : "whoever may send a webhook could run the gateway, which may refuse to start"
  }

  private func finding(unknown credential: Credential, _ context: CheckContext) -> Finding {
    finding(
      at: Self.key, in: context, severity: .info,
      "whether \(Self.key) is also a secret of the gateway cannot be known here",
      why: "one of the two is a reference to what this tool does not read",
      fix: .manual("make sure that the two references lead to different secrets"))
  }

  /// Who has to learn the new token.
  private func senders(_ context: CheckContext) -> Message {
    let path = context.text(at: ConfigPath(keys: "hooks.path")) ?? ""
    var text: Message = "; everything that sends webhooks must learn it: the callers of "
    text = text + (path.isEmpty ? "`/hooks`" : "`\(outside: path)`")
    if context.kind(at: ConfigPath(keys: "hooks.gmail")) != nil
      || context.texts(at: ConfigPath(keys: "hooks.presets")).contains("gmail")
    {
      text = text + ", the Gmail watcher"
    }
    return text
  }
}
