internal import ConfigDocument
internal import ConfigSchema
package import Diagnostics

/// Finds a gateway without any credential.
///
/// ## Why it matters
/// From 2026.2.19 to the releases of early May 2026 the gateway writes a token of its own into the
/// config when it starts, which reformats the file; later ones keep it in memory, so that no client
/// can know it. Before, nobody is asked.
package struct GatewayTokenMissing: Check {
  package let id = "gateway-token-missing"
  package let summary = "Find a gateway without a token or password"
  package let examples = [
    CheckExample("{ ↓gateway: { port: 18789 } }"),
    CheckExample("{ gateway: { auth: { ↓mode: 'token' } } }"),
    CheckExample("{ gateway: { mode: 'remote' } }"),
    CheckExample("{ gateway: { auth: { token: '${T}' } } }"),
    CheckExample("{ gateway: {} }", variables: ["OPENCLAW_GATEWAY_TOKEN": "demo-not-a-secret"]),
    CheckExample("{ gateway: {} }", variables: ["OPENCLAW_GATEWAY_PASSWORD": "demo-not-a-secret"]),
    CheckExample("{ channels: {} }"),
  ]

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    let gateway = ConfigPath(keys: "gateway")
    let auth = GatewayAuth(context)
    // A file without the section is a piece, or an install that was never set up.
    guard context.kind(at: gateway) == .object, auth.mode == .token || !auth.isModeStated,
      auth.serverToken == nil, auth.serverPassword == nil, !GatewayBind.isOpen(context),
      context.text(at: ConfigPath(keys: "gateway.mode")) != "remote",
      context.kind(at: gateway.appending(key: "$include")) == nil,
      context.kind(at: GatewayAuth.Key.token) == nil
        || context.text(at: GatewayAuth.Key.token) != nil
    else { return [] }
    let place = auth.isModeStated ? GatewayAuth.Key.mode : gateway
    return [
      Finding(
        checkID: id,
        severity: context.variables.knowledge == .machine ? .warning : .info,
        message: "no token and no password is configured for the gateway", why: why(context),
        path: GatewayAuth.Key.token, span: context.span(at: place),
        fix: .manual("run clawdoctor --generate-gateway-token"))
    ]
  }

  private func why(_ context: CheckContext) -> Message {
    if context.target >= "2026.5.4" {
      return "it makes one at each start that no client can know"
    }
    if context.target >= "2026.2.19" {
      return "it makes one at its next start and rewrites the config for it, without its comments"
    }
    return "whoever reaches it can run the agent"
  }
}
