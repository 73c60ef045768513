internal import ConfigDocument
package import ConfigSchema
package import Diagnostics

/// Finds trusted-proxy mode while a token is configured.
///
/// ## Why it matters
/// Since 2026.3.31 the gateway refuses to start: the token would be a second way in, past the
/// proxy. A token in the variable counts as one in the config does.
package struct TrustedProxyWithToken: StartRule {
  package let id = "trusted-proxy-with-token"
  package let summary = "Find a gateway token in trusted-proxy mode"
  package let since: Release = "2026.3.31"
  package let examples = [
    CheckExample("{ gateway: { auth: { mode: 'trusted-proxy', ↓token: 'demo-not-a-secret' } } }"),
    CheckExample(
      "{ gateway: { auth: { ↓mode: 'trusted-proxy' } } }",
      variables: ["OPENCLAW_GATEWAY_TOKEN": "demo-not-a-secret"]),
    CheckExample(
      "{ gateway: { auth: { mode: 'trusted-proxy', token: 'demo-not-a-secret' } } }",
      release: "2026.3.28"),
    CheckExample("{ gateway: { auth: { mode: 'trusted-proxy' } } }"),
  ]

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    let auth = GatewayAuth(context)
    guard context.target >= since, auth.statedMode == .trustedProxy, let token = auth.serverToken
    else { return [] }
    guard token.path == nil else {
      return [
        finding(
          at: GatewayAuth.Key.token, in: context, "a token is configured in trusted-proxy mode",
          fix: .manual("remove \(GatewayAuth.Key.token), or choose another gateway.auth.mode"))
      ]
    }
    return [
      finding(
        at: GatewayAuth.Key.mode, in: context,
        severity: context.variables.knowledge == .machine ? .error : .warning,
        "OPENCLAW_GATEWAY_TOKEN is set in trusted-proxy mode",
        fix: .manual("unset OPENCLAW_GATEWAY_TOKEN for the gateway"))
    ]
  }
}
