internal import ConfigDocument
package import Diagnostics

/// Finds other secrets of the config that are the gateway's own token or password.
///
/// ## Why it matters
/// A webhook secret is known to whoever sends to it; where it is the gateway's too, they can run
/// the gateway. The token of the hooks has a check of its own (`hooks-token-collision`), and
/// `gateway.remote.token` is meant to be the same where the gateway runs here.
package struct ReusedSecret: Check {
  package let id = "reused-secret"
  package let summary = "Find other secrets that are the gateway's own token or password"
  package let examples = [
    CheckExample(
      "{ gateway: { auth: { token: 'demo-same-secret' } }, cron: { ↓webhookToken: 'demo-same-secret' } }"
    ),
    CheckExample(
      "{ gateway: { auth: { token: '${A}' } }, channels: { telegram: { ↓webhookSecret: '${A}' } } }"
    ),
    CheckExample(
      "{ gateway: { auth: { token: 'demo-same' }, remote: { token: 'demo-same' } } }"),
    CheckExample(
      "{ gateway: { auth: { token: 'demo-one' } }, cron: { webhookToken: 'demo-two' } }"),
    CheckExample(
      "{ gateway: { auth: { token: '<REDACTED>' } }, cron: { webhookToken: '<REDACTED>' } }"),
  ]

  /// Where the gateway's own credentials stand, and those that other checks compare.
  private static let exempt: [ConfigPath] = ["gateway", "hooks.token"].map(ConfigPath.init(keys:))

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    let auth = GatewayAuth(context)
    let own = [auth.configToken, auth.variableToken, auth.configPassword, auth.variablePassword]
      .compactMap { $0 }
    guard !own.isEmpty else { return [] }
    var findings: [Finding] = []
    for (node, path) in context.secretPlaces {
      guard !Self.exempt.contains(where: { $0.isPrefix(of: path) }),
        path.steps.first != .key("env"),
        let other = Credential(node, at: path, in: context),
        own.contains(where: { $0.isSame(as: other) == true }), !isPlaceholder(other, path, context)
      else { continue }
      findings.append(
        Finding(
          checkID: id, severity: .warning,
          message: "\(path) is the same secret as the gateway's token or password",
          why: "whoever knows this one can run the gateway", path: path,
          span: context.span(of: node, at: path), fix: .manual("give \(path) a secret of its own")))
    }
    return findings
  }

  /// Whether two are alike only because somebody has hidden both, or filled in neither.
  private func isPlaceholder(
    _ credential: Credential, _ path: ConfigPath, _ context: CheckContext
  ) -> Bool {
    guard let text = credential.text else { return false }
    let field = CredentialField(at: path)
    return context.isMask(text)
      || PlaceholderCatalogue.match(text, as: field, release: context.target) != nil
  }
}
