internal import ConfigDocument
package import ConfigSchema
package import Diagnostics

/// Finds a gateway that others can reach and that asks nobody who they are.
///
/// ## Why it matters
/// It does not start. Where it did, whoever reaches the port could run the agent and its tools.
/// From 2026.2.19 on a missing token is made at the start, so that only an explicit `none` is left.
package struct BindWithoutAuth: StartRule {
  package let id = "bind-without-auth"
  package let summary = "Find a gateway that listens beyond this machine without authentication"
  package let since: Release = "2026.1.5"
  package let examples = [
    CheckExample("{ gateway: { ↓bind: 'lan', auth: { mode: 'none' } } }"),
    CheckExample("{ gateway: { ↓bind: 'lan' } }", release: "2026.1.30"),
    CheckExample("{ gateway: { bind: 'lan' } }", variables: ["OPENCLAW_GATEWAY_TOKEN": "t"]),
    CheckExample("{ gateway: { bind: 'loopback', auth: { mode: 'none' } } }"),
    CheckExample("{ gateway: { bind: 'lan', auth: { mode: 'trusted-proxy' } } }"),
  ]

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard GatewayBind.isOpen(context) else { return [] }
    let auth = GatewayAuth(context)
    let isOpen =
      switch auth.mode {
      case .none: auth.statedMode == GatewayAuth.Mode.none || !auth.makesToken
      case .token: auth.serverToken == nil && !auth.makesToken
      case .password, .trustedProxy: false
      }
    guard isOpen else { return [] }
    // An explicit `none` holds whatever the environment says; a missing token may be set there.
    let isCertain = auth.statedMode == GatewayAuth.Mode.none
    return [
      finding(
        at: GatewayBind.key, in: context,
        severity: isCertain ? .error : context.severityOfAbsence,
        "the gateway listens beyond this machine and asks nobody who they are",
        why: "the gateway refuses to start; it would let everybody in",
        fix: .manual(
          isCertain
            ? "set gateway.bind to \"loopback\", or remove gateway.auth.mode and run clawdoctor --generate-gateway-token"
            : "run clawdoctor --generate-gateway-token, or set gateway.bind to \"loopback\""))
    ]
  }
}
