internal import ConfigDocument
package import ConfigSchema
package import Diagnostics

/// Finds webhooks at the root of the gateway.
///
/// ## Why it matters
/// They would take every request; the configuration of the hooks is refused.
package struct HooksPathRoot: StartRule {
  package let id = "hooks-path-root"
  package let summary = "Find webhooks at the root of the gateway"
  package let since: Release = "2026.1.5"
  package let examples = [
    CheckExample("{ hooks: { enabled: true, token: 'demo-not-a-secret', ↓path: '/' } }"),
    CheckExample("{ hooks: { enabled: true, token: 'demo-not-a-secret', ↓path: '//' } }"),
    CheckExample("{ hooks: { enabled: true, token: 'demo-not-a-secret', path: '/hooks' } }"),
    CheckExample("{ hooks: { enabled: false, path: '/' } }"),
  ]

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    let path = ConfigPath(keys: "hooks.path")
    guard context.hasHooks, let text = context.text(at: path), !text.isEmpty,
      text.allSatisfy({ $0 == "/" })
    else { return [] }
    return [
      finding(
        at: path, in: context, "\(path) is the root of the gateway",
        why: "the gateway refuses the configuration of the hooks",
        fix: .manual("set \(path) to a path of its own, such as \"/hooks\""))
    ]
  }
}
