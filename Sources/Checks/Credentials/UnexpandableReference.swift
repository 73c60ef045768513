internal import ConfigDocument
internal import ConfigSchema
package import Diagnostics

/// Finds references to variables that will never become a value.
///
/// ## Why it matters
/// OpenClaw replaces `${NAME}` with upper-case names only, and nothing before 2026.1.16. Any other
/// form stays as it is and becomes the credential: a gateway whose token is the text of a reference
/// has a public token. A variable that is missing keeps releases up to 2026.3.2 from loading the
/// config at all; later ones go on with the text.
package struct UnexpandableReference: Check {
  package let id = "unexpandable-reference"
  package let summary = "Find references to variables that never become a value"
  package let examples = [
    CheckExample("{ gateway: { auth: { ↓token: '$GATEWAY_TOKEN' } } }"),
    CheckExample("{ gateway: { auth: { ↓token: '${gateway_token}' } } }"),
    CheckExample("{ gateway: { auth: { ↓token: '$${GATEWAY_TOKEN}' } } }"),
    CheckExample("{ gateway: { auth: { ↓token: '${GATEWAY_TOKEN:-x}' } } }"),
    CheckExample("{ gateway: { auth: { ↓token: '${GATEWAY_TOKEN}' } } }", release: "2026.1.15"),
    CheckExample("{ gateway: { auth: { ↓token: '${GATEWAY_TOKEN}' } } }"),
    CheckExample("{ tools: { ↓a: '${X}/bin', b: '${X}' } }", release: "2026.3.2"),
    CheckExample(
      "{ gateway: { auth: { token: '${GATEWAY_TOKEN}' } } }",
      variables: ["GATEWAY_TOKEN": "3f9c1e7ab24d5608f1e2d3c4b5a69788"]),
    CheckExample("{ agents: { list: [{ name: 'costs $5 ${x}' }] } }"),
  ]

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard context.document.contains(UInt8(ascii: "$")) else { return [] }
    var findings: [Finding] = []
    for (node, path) in context.secretPlaces {
      guard let text = context.document.string(node)?.trimmed,
        let reason = reason(text, path, context)
      else { continue }
      findings.append(finding(node, at: path, reason, context))
    }
    return findings + missing(context)
  }

  // MARK: Forms that are never replaced

  private func reason(_ text: String, _ path: ConfigPath, _ context: CheckContext) -> Message? {
    let result = Substitution(text, release: context.target, scope: context.variables)
    guard result.names.isEmpty else { return nil }
    if result.text != text {
      return "it is written with two dollar signs, which stand for the text"
    }
    if context.target < "2026.1.16", isReference(text) {
      return "releases before 2026.1.16 do not replace references"
    }
    let field = CredentialField(at: path)
    let match = PlaceholderCatalogue.match(text, as: field, release: context.target)
    guard match?.kind == .unexpandedReference else { return nil }
    return "only `${NAME}` with a name in capitals is replaced"
  }

  private func isReference(_ text: String) -> Bool {
    !Substitution(text, release: "2026.4.22", scope: .unknown).names.isEmpty
  }

  private func finding(
    _ node: NodeID, at path: ConfigPath, _ reason: Message, _ context: CheckContext
  ) -> Finding {
    let isPublic = CredentialField(at: path).opensGateway
    return Finding(
      checkID: id, severity: isPublic ? .error : .warning,
      message: "\(path) refers to a variable in a form that OpenClaw never replaces",
      why: isPublic
        ? reason + "; the text itself becomes the secret, and everybody knows it" : reason,
      path: path, span: context.span(of: node, at: path),
      fix: .manual("write ${NAME} with capitals, digits and underscores, and set that variable"))
  }

  // MARK: Variables that nothing sets

  /// One finding a variable, where it is first used.
  private func missing(_ context: CheckContext) -> [Finding] {
    guard context.variables.knowledge > .nothing, context.target >= "2026.1.16" else { return [] }
    var findings: [Finding] = []
    var seen: Set<String> = []
    context.document.forEachNode { node in
      guard context.document.mayHoldReference(node), let text = context.document.string(node)
      else { return }
      let result = Substitution(text, release: context.target, scope: context.variables)
      for name in result.missing where seen.insert(name).inserted {
        findings.append(finding(node, missing: name, context))
      }
    }
    return findings
  }

  private func finding(
    _ node: NodeID, missing name: String, _ context: CheckContext
  ) -> Finding {
    let path = context.document.path(to: node)
    let stopsLoading = context.target <= "2026.3.2"
    let isOwn = context.variables.knowledge == .machine
    let hasShell = context.boolean(at: ConfigPath(keys: "env.shellEnv.enabled")) == true
    return Finding(
      checkID: id,
      severity: !isOwn || hasShell ? .info : stopsLoading ? .error : .warning,
      message: "\(path) refers to the variable \(outside: name), which nothing known here sets",
      why: hasShell
        ? "the login shell may set it, which is not run here"
        : stopsLoading
          ? "releases up to 2026.3.2 do not load a config with a missing variable"
          : "the gateway goes on with the text of the reference instead of the value",
      path: path, span: context.span(of: node),
      fix: .manual(
        "set it where the gateway runs, for instance in the `.env` of the state folder"))
  }
}

extension ConfigDocument {
  /// Whether a string can hold a reference; most need no decoding for that.
  fileprivate func mayHoldReference(_ node: NodeID) -> Bool {
    kind(node) == .string && bytes[range(node)].contains(UInt8(ascii: "$"))
  }
}
