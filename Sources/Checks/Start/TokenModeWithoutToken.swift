internal import ConfigDocument
package import ConfigSchema
package import Diagnostics

/// Finds token mode without a token, for the releases that do not make one themselves.
///
/// ## Why it matters
/// Up to 2026.2.17 such a gateway does not start, unless Tailscale says who is calling.
package struct TokenModeWithoutToken: StartRule {
  package let id = "token-mode-without-token"
  package let summary = "Find token mode without a token before releases that make one"
  package let since: Release = "2026.1.5"
  package let examples = [
    CheckExample("{ gateway: { auth: { ↓mode: 'token' } } }", release: "2026.2.17"),
    CheckExample("{ gateway: { auth: { mode: 'token' } } }"),
    CheckExample(
      "{ gateway: { auth: { mode: 'token' } } }", release: "2026.2.17",
      variables: ["OPENCLAW_GATEWAY_TOKEN": "t"]),
  ]

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    let auth = GatewayAuth(context)
    guard auth.mode == .token, auth.serverToken == nil, !auth.makesToken,
      !GatewayBind.isOpen(context), !hasIdentity(context),
      auth.statedMode == .token || context.kind(at: ConfigPath(keys: "gateway")) != nil
    else { return [] }
    return [
      finding(
        at: GatewayAuth.Key.mode, in: context, severity: context.severityOfAbsence,
        "the gateway asks for a token, and none is configured",
        fix: .manual("run clawdoctor --generate-gateway-token"))
    ]
  }

  /// Whether Tailscale tells who is calling, which is then enough.
  private func hasIdentity(_ context: CheckContext) -> Bool {
    GatewayBind.tailscale(context) == "serve"
      && context.boolean(at: ConfigPath(keys: "gateway.auth.allowTailscale")) != false
  }
}
