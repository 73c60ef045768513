internal import ConfigDocument
package import ConfigSchema
package import Diagnostics

/// Finds a custom address to listen on that is none.
///
/// ## Why it matters
/// From 2026.2.19 on the gateway refuses to start with `bind: "custom"` and no IPv4 address.
/// Whether the machine has the address cannot be told from here.
package struct CustomBindWithoutHost: StartRule {
  package let id = "custom-bind-without-host"
  package let summary = "Find a custom bind without an IPv4 address"
  package let since: Release = "2026.2.19"
  package let examples = [
    CheckExample("{ gateway: { ↓bind: 'custom' } }"),
    CheckExample("{ gateway: { bind: 'custom', ↓customBindHost: 'my-host' } }"),
    CheckExample("{ gateway: { bind: 'custom', customBindHost: '192.168.1.4' } }"),
    CheckExample("{ gateway: { bind: 'custom', customBindHost: '${HOST_IP}' } }"),
  ]

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard context.target >= since, context.text(at: GatewayBind.key) == "custom" else { return [] }
    let host = GatewayBind.customHost
    let text = context.text(at: host) ?? ""
    let substitution = Substitution(text, release: context.target, scope: context.variables)
    guard substitution.missing.isEmpty, !GatewayBind.isAddress(substitution.text) else { return [] }
    return [
      finding(
        at: text.isEmpty ? GatewayBind.key : host, in: context,
        "the gateway is to listen on a custom address, and \(host) is no IPv4 address",
        fix: .manual("set \(host) to an address of this machine, such as \"192.168.1.4\""))
    ]
  }
}
