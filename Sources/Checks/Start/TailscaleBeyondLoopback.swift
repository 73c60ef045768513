internal import ConfigDocument
package import ConfigSchema
package import Diagnostics

/// Finds a gateway behind Tailscale that also listens elsewhere.
///
/// ## Why it matters
/// `serve` and `funnel` forward to loopback; with any other address the gateway refuses to start.
package struct TailscaleBeyondLoopback: StartRule {
  package let id = "tailscale-beyond-loopback"
  package let summary = "Find Tailscale serve or funnel with a bind beyond loopback"
  package let since: Release = "2026.1.5"
  package let examples = [
    CheckExample("{ gateway: { ↓bind: 'lan', tailscale: { mode: 'serve' } } }"),
    CheckExample("{ gateway: { bind: 'loopback', tailscale: { mode: 'serve' } } }"),
    CheckExample("{ gateway: { bind: 'lan', tailscale: { mode: 'off' } } }"),
  ]

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard GatewayBind.isOpen(context), GatewayBind.tailscale(context) != nil else { return [] }
    return [
      finding(
        at: GatewayBind.key, in: context,
        "Tailscale is to forward to the gateway, which does not listen on loopback",
        fix: .manual(
          "set \(GatewayBind.key) to \"loopback\", or \(GatewayBind.tailscaleMode) to \"off\""))
    ]
  }
}
