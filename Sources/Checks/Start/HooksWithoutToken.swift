internal import ConfigDocument
package import ConfigSchema
package import Diagnostics

/// Finds webhooks without a token.
///
/// ## Why it matters
/// The configuration of the hooks is refused: whoever calls them must prove that they may.
package struct HooksWithoutToken: StartRule {
  package let id = "hooks-without-token"
  package let summary = "Find webhooks that are switched on without a token"
  package let since: Release = "2026.1.5"
  package let examples = [
    CheckExample("{ hooks: { ↓enabled: true } }"),
    CheckExample("{ hooks: { enabled: true, ↓token: ' ' } }"),
    CheckExample("{ hooks: { enabled: true, token: '${HOOKS}' } }"),
    CheckExample("{ hooks: { enabled: false } }"),
  ]

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    let token = ConfigPath(keys: "hooks.token")
    guard context.hasHooks, Credential(at: token, in: context) == nil else { return [] }
    return [
      finding(
        at: context.kind(at: token) == nil ? ConfigPath(keys: "hooks.enabled") : token,
        in: context, "webhooks are switched on without a token",
        why: "the gateway refuses the configuration of the hooks",
        fix: .manual("set \(token) to a secret of its own, or hooks.enabled to false"))
    ]
  }
}
