internal import ConfigDocument
package import Diagnostics

/// Finds a gateway whose authentication is switched off.
///
/// ## Why it matters
/// Every program and every page on the machine can run the agent then. Somebody has decided it, so
/// nothing is changed unasked. Where others can reach the gateway, it does not even start.
package struct GatewayAuthNone: Check {
  package let id = "gateway-auth-none"
  package let summary = "Find a gateway whose authentication is switched off"
  package let examples = [
    CheckExample("{ gateway: { auth: { ↓mode: 'none' } } }"),
    CheckExample("{ gateway: { bind: 'lan', auth: { mode: 'none' } } }"),
    CheckExample("{ gateway: { auth: { mode: 'token', token: 'demo-not-a-secret' } } }"),
  ]

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard GatewayAuth(context).statedMode == GatewayAuth.Mode.none,
      !GatewayBind.isOpen(context)
    else { return [] }
    let path = GatewayAuth.Key.mode
    return [
      Finding(
        checkID: id, severity: .warning, message: "the gateway asks nobody who they are",
        why: "every program and every web page on this machine can run the agent", path: path,
        span: context.span(at: path),
        fix: .manual("remove \(path), then run clawdoctor --generate-gateway-token"))
    ]
  }
}
