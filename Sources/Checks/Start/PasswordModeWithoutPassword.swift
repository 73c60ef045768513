internal import ConfigDocument
package import ConfigSchema
package import Diagnostics

/// Finds password mode without a password.
///
/// ## Why it matters
/// The gateway does not start: unlike a token, no release makes a password itself.
package struct PasswordModeWithoutPassword: StartRule {
  package let id = "password-mode-without-password"
  package let summary = "Find password mode without a password"
  package let since: Release = "2026.1.5"
  package let examples = [
    CheckExample("{ gateway: { auth: { ↓mode: 'password' } } }"),
    CheckExample("{ gateway: { auth: { ↓mode: 'password', token: 'demo-not-a-secret' } } }"),
    CheckExample("{ gateway: { auth: { mode: 'password', password: 'demo-not-a-secret' } } }"),
    CheckExample(
      "{ gateway: { auth: { mode: 'password' } } }", variables: ["OPENCLAW_GATEWAY_PASSWORD": "p"]),
  ]

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    let auth = GatewayAuth(context)
    guard auth.mode == .password, auth.serverPassword == nil else { return [] }
    return [
      finding(
        at: GatewayAuth.Key.mode, in: context, severity: context.severityOfAbsence,
        "the gateway asks for a password, and none is configured here",
        why:
          "unless its own environment sets OPENCLAW_GATEWAY_PASSWORD, the gateway refuses to start",
        fix: .manual(
          "set OPENCLAW_GATEWAY_PASSWORD for the gateway, or remove gateway.auth.mode and run clawdoctor --generate-gateway-token"
        ))
    ]
  }
}
