internal import ConfigDocument
package import ConfigSchema
package import Diagnostics

/// Finds credentials that are none: examples from documentation, and what people put in meanwhile.
///
/// ## Why it matters
/// An example that was copied is known to everybody. The gateway refuses three of them from
/// 2026.4.12 on; all others it takes for the secret (FM-32). A channel or provider merely does not
/// work with one.
///
/// ## Instead
/// `clawdoctor --generate-gateway-token --rotate` for the gateway; for others the real credential,
/// best as a reference to a variable.
package struct PlaceholderCredential: StartRule {
  package let id = "placeholder-credential"
  package let summary = "Find placeholders where credentials belong"
  package let since: Release = "2026.4.12"
  package let examples = [
    CheckExample("{ gateway: { auth: { ↓token: 'change-me-now' } } }"),
    CheckExample("{ gateway: { auth: { ↓token: ' change-me-now ' } } }", release: "2026.4.11"),
    CheckExample(
      "{ gateway: { auth: { ↓token: '${T}' } } }", variables: ["T": "change-me-now"]),
    CheckExample(
      "{ ↓gateway: {} }", variables: ["OPENCLAW_GATEWAY_TOKEN": "your-token"]),
    CheckExample("{ channels: { telegram: { ↓botToken: '123456:ABC...' } } }"),
    CheckExample("{ models: { providers: { ollama: { apiKey: 'ollama-local' } } } }"),
    CheckExample("{ gateway: { auth: { token: '3f9c1e7ab24d5608f1e2d3c4b5a69788' } } }"),
  ]

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    let auth = GatewayAuth(context)
    for (node, path) in context.secretPlaces {
      let field = CredentialField(at: path)
      guard let credential = Credential(node, at: path, in: context), let text = credential.text,
        credential.isLiteral || field.opensGateway || field == .hooksToken,
        !context.isMask(text),
        let placeholder = PlaceholderCatalogue.match(text, as: field, release: context.target),
        placeholder.kind != .unexpandedReference
      else { continue }
      let span = context.span(of: node, at: path)
      findings.append(finding(placeholder, credential, field, at: path, span, auth, context))
    }
    return findings + variables(auth, context)
  }

  /// The gateway's credentials that a variable gives without the config's doing.
  private func variables(_ auth: GatewayAuth, _ context: CheckContext) -> [Finding] {
    let given: [(Credential?, CredentialField, ConfigPath)] = [
      (auth.serverToken, .gatewayToken, GatewayAuth.Key.token),
      (auth.serverPassword, .gatewayPassword, GatewayAuth.Key.password),
    ]
    return given.compactMap { credential, field, path in
      guard let credential, credential.path == nil, let text = credential.text,
        let placeholder = PlaceholderCatalogue.match(text, as: field, release: context.target)
      else { return nil }
      let span = context.nearest(to: path).flatMap { context.span(at: $0) }
      return finding(placeholder, credential, field, at: path, span, auth, context)
    }
  }

  private func finding(
    _ placeholder: Placeholder, _ credential: Credential, _ field: CredentialField,
    at path: ConfigPath, _ span: SourceSpan?, _ auth: GatewayAuth, _ context: CheckContext
  ) -> Finding {
    // The gateway looks only at the credential of the mode that it runs in.
    let isActive =
      field == .gatewayToken
      ? auth.mode == .token : field == .gatewayPassword && auth.mode == .password
    let isRefused = placeholder.refusedSince.map { context.target >= $0 } ?? false
    let message: Message =
      switch credential.form {
      case .literal, .secretRef: "\(path) is \(ours: placeholder.phrase)"
      case .reference(let names):
        "\(path) refers to \(outside: names.joined(separator: ", ")), which is set to \(ours: placeholder.phrase)"
      case .variable(let name, let source):
        "\(outside: name) in \(ours: source.kind.phrase) is \(ours: placeholder.phrase)"
      }
    return Finding(
      checkID: id, severity: isRefused && isActive ? .error : .warning, message: message,
      why: why(field, isRefused: isRefused && isActive), path: path,
      span: span,
      since: placeholder.refusedSince?.description, fix: fix(placeholder, field, path))
  }

  private func why(_ field: CredentialField, isRefused: Bool) -> Message {
    if isRefused { return "the gateway refuses to start: everybody knows this value" }
    switch field {
    case .gatewayToken, .gatewayPassword, .hooksToken:
      return "it works as the secret, and everybody knows it"
    default: return "it cannot work where a real credential is asked for"
    }
  }

  private func fix(
    _ placeholder: Placeholder, _ field: CredentialField, _ path: ConfigPath
  ) -> Fix {
    if placeholder.kind == .redactionMark {
      return .manual("put the value back from a backup (clawdoctor undo --list), or make a new one")
    }
    return switch field {
    case .gatewayToken: .manual("run clawdoctor --generate-gateway-token --rotate")
    case .gatewayPassword, .hooksToken:
      .manual("set \(path) to a random secret, such as openssl rand -hex 32 gives")
    default: .manual("put the real credential there, best as a reference to a variable")
    }
  }
}
