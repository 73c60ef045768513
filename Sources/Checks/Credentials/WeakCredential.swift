internal import ConfigDocument
package import Diagnostics

/// Finds secrets of the gateway that can be guessed.
///
/// ## Why it matters
/// Whoever reaches the port may try as often as they like. OpenClaw's audit warns below 24
/// characters; the estimate of what a text is worth, at least 64 bits, is ours.
package struct WeakCredential: Check {
  package let id = "weak-credential"
  package let summary = "Find short or guessable tokens of the gateway and the webhooks"
  package let examples = [
    CheckExample("{ gateway: { auth: { ↓token: 'k9Jz-3Qw' } } }"),
    CheckExample("{ gateway: { auth: { ↓token: 'ababababababababababababababab' } } }"),
    CheckExample("{ hooks: { enabled: true, ↓token: 'k9Jz-3Qw' } }"),
    CheckExample("{ hooks: { token: 'k9Jz-3Qw' } }"),
    CheckExample("{ gateway: { auth: { token: '3f9c1e7ab24d5608f1e2d3c4b5a69788' } } }"),
    CheckExample("{ gateway: { auth: { mode: 'none', token: 'k9Jz-3Qw' } } }"),
  ]

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    let auth = GatewayAuth(context)
    var candidates: [(Credential?, CredentialField, ConfigPath)] = []
    if auth.mode == .token {
      candidates.append((auth.serverToken, .gatewayToken, GatewayAuth.Key.token))
    }
    if auth.mode == .password {
      candidates.append((auth.serverPassword, .gatewayPassword, GatewayAuth.Key.password))
    }
    if context.hasHooks {
      let key = HooksTokenCollision.key
      candidates.append((Credential(at: key, in: context), .hooksToken, key))
    }
    return candidates.compactMap { credential, field, path in
      guard let text = credential?.text, !context.isMask(text),
        PlaceholderCatalogue.match(text, as: field, release: context.target) == nil,
        let strength = CredentialStrength(text, as: field)
      else { return nil }
      return finding(strength, field, at: path, context)
    }
  }

  private func finding(
    _ strength: CredentialStrength, _ field: CredentialField, at path: ConfigPath,
    _ context: CheckContext
  ) -> Finding? {
    guard strength.isTooShort || strength.isWeak else { return nil }
    return Finding(
      checkID: id, severity: .warning,
      message: strength.isTooShort
        ? "the secret for \(path) has fewer than \(CredentialStrength.minimumLength) characters"
        : "the secret for \(path) is long enough, but easy to guess",
      why: "whoever reaches the gateway may try as often as they like", path: path,
      span: context.nearest(to: path).flatMap { context.span(at: $0) },
      fix: .manual(
        field == .gatewayToken
          ? "run clawdoctor --generate-gateway-token --rotate"
          : "set it to a random secret, such as openssl rand -hex 32 gives"))
  }
}
