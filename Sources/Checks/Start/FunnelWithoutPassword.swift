internal import ConfigDocument
package import ConfigSchema
package import Diagnostics

/// Finds a gateway that is put on the open internet without password mode.
///
/// ## Why it matters
/// With Tailscale funnel the gateway asks for password mode and refuses to start in any other.
package struct FunnelWithoutPassword: StartRule {
  package let id = "funnel-without-password"
  package let summary = "Find Tailscale funnel without password mode"
  package let since: Release = "2026.1.5"
  package let examples = [
    CheckExample("{ gateway: { tailscale: { ↓mode: 'funnel' }, auth: { mode: 'token' } } }"),
    CheckExample(
      "{ gateway: { tailscale: { mode: 'funnel' }, auth: { password: 'demo-not-a-secret' } } }"),
    CheckExample("{ gateway: { tailscale: { mode: 'serve' } } }"),
  ]

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    let auth = GatewayAuth(context)
    guard GatewayBind.tailscale(context) == "funnel", auth.mode != .password else { return [] }
    // Without a stated mode a password from the environment would choose password mode.
    return [
      finding(
        at: GatewayBind.tailscaleMode, in: context,
        severity: auth.isModeStated || auth.configToken != nil ? .error : context.severityOfAbsence,
        "Tailscale funnel opens the gateway to the internet without password mode",
        fix: .manual(
          "set \(GatewayAuth.Key.mode) to \"password\" and give a password, or use \"serve\" instead of \"funnel\""
        ))
    ]
  }
}
