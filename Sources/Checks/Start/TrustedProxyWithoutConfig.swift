internal import ConfigDocument
package import ConfigSchema
package import Diagnostics

/// Finds trusted-proxy mode without what it needs.
///
/// ## Why it matters
/// Without the name of the header and the addresses of the proxies nobody could be told from
/// anybody: the gateway refuses to start.
package struct TrustedProxyWithoutConfig: StartRule {
  package let id = "trusted-proxy-without-config"
  package let summary = "Find trusted-proxy mode without a user header or without proxies"
  package let since: Release = "2026.2.14"
  package let examples = [
    CheckExample("{ gateway: { auth: { ↓mode: 'trusted-proxy' }, trustedProxies: ['10.0.0.2'] } }"),
    CheckExample(
      "{ gateway: { auth: { mode: 'trusted-proxy', trustedProxy: { ↓userHeader: '' } }, trustedProxies: ['10.0.0.2'] } }"
    ),
    CheckExample(
      "{ gateway: { auth: { ↓mode: 'trusted-proxy', trustedProxy: { userHeader: 'x-user' } } } }"),
    CheckExample(
      "{ gateway: { auth: { mode: 'trusted-proxy', trustedProxy: { userHeader: 'x-user' } }, trustedProxies: ['10.0.0.2'] } }"
    ),
  ]

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard context.target >= since, GatewayAuth(context).statedMode == .trustedProxy else {
      return []
    }
    let proxies = ConfigPath(keys: "gateway.trustedProxies")
    let header = ConfigPath(keys: "gateway.auth.trustedProxy.userHeader")
    if context.text(at: header)?.isEmpty ?? true {
      return [
        finding(
          at: context.kind(at: header) == nil ? GatewayAuth.Key.mode : header, in: context,
          "trusted-proxy mode has no \(header)",
          fix: .manual("set \(header) to the header in which your proxy names the user"))
      ]
    }
    guard context.texts(at: proxies).allSatisfy(\.isEmpty) else { return [] }
    return [
      finding(
        at: GatewayAuth.Key.mode, in: context, "trusted-proxy mode has no \(proxies)",
        fix: .manual("list the addresses of your proxies in \(proxies)"))
    ]
  }
}
