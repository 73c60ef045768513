internal import ConfigDocument
package import ConfigSchema
package import Diagnostics

/// Finds a control UI that is reachable from elsewhere without a list of the pages that may use it.
///
/// ## Why it matters
/// Since 2026.2.23 such a gateway refuses to start; some releases write a list first. `--fix` lists
/// the local origins for releases from 2026.2.26 on.
package struct ControlUIWithoutOrigins: StartRule {
  package let id = "control-ui-without-origins"
  package let summary = "Find a reachable control UI without a list of allowed origins"
  package let since: Release = "2026.2.23"
  package let examples = [
    CheckExample("{ gateway: { ↓bind: 'lan' } }"),
    CheckExample("{ gateway: { bind: 'lan', controlUi: { ↓allowedOrigins: [] } } }"),
    CheckExample("{ gateway: { bind: 'lan', controlUi: { allowedOrigins: ['http://a:1'] } } }"),
    CheckExample("{ gateway: { bind: 'lan', controlUi: { enabled: false } } }"),
    CheckExample("{ gateway: { bind: 'lan' } }", release: "2026.2.22"),
  ]

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    let page = ConfigPath(keys: "gateway.controlUi")
    let list = page.appending(key: "allowedOrigins")
    let fallback = page.appending(key: "dangerouslyAllowHostHeaderOriginFallback")
    guard context.target >= since, GatewayBind.isOpen(context),
      context.boolean(at: page.appending(key: "enabled")) != false,
      context.boolean(at: fallback) != true, context.texts(at: list).allSatisfy(\.isEmpty)
    else { return [] }
    return [
      finding(
        at: context.kind(at: list) == nil ? GatewayBind.key : list, in: context,
        "the control UI is reachable from elsewhere, and \(list) is empty",
        fix: .manual("list the addresses at which you open it in \(list)"))
    ]
  }
}
