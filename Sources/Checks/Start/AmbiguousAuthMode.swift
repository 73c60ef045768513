internal import ConfigDocument
package import ConfigSchema
package import Diagnostics

/// Finds a token and a password side by side without a mode that chooses.
///
/// ## Why it matters
/// Since 2026.3.7 the gateway does not choose any more and refuses to start. Older releases take
/// the password. Which one the clients use cannot be known, so nothing is set unasked.
package struct AmbiguousAuthMode: StartRule {
  package let id = "ambiguous-auth-mode"
  package let summary = "Find a gateway token and a password without a mode that chooses"
  package let since: Release = "2026.3.7"
  package let examples = [
    CheckExample("{ gateway: { auth: { ↓token: 'demo-not-a-secret-1', password: '${P}' } } }"),
    CheckExample(
      "{ gateway: { auth: { token: 'demo-not-a-secret-1', password: 'demo-not-a-secret-2' } } }",
      release: "2026.3.2"),
    CheckExample(
      "{ gateway: { auth: { mode: 'token', token: 'demo-1', password: 'demo-not-a-secret-2' } } }"),
  ]

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    let auth = GatewayAuth(context)
    guard context.target >= since, !auth.isModeStated, auth.configToken != nil,
      auth.configPassword != nil
    else { return [] }
    return [
      finding(
        at: GatewayAuth.Key.token, in: context,
        "a token and a password are configured, and gateway.auth.mode does not say which counts",
        fix: .manual(
          "set gateway.auth.mode to \"token\" or \"password\"; releases before 2026.3.7 took the password"
        ))
    ]
  }
}
