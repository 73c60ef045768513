internal import ConfigDocument
package import Diagnostics

/// Finds values and keys that a redacted view has left in the config.
///
/// ## Why it matters
/// A config was shown with its secrets hidden and then saved: the label now stands where the
/// secret was. The gateway takes it for the secret, and since labels are published, so can
/// everybody else (FM-03).
package struct MaskedValue: Check {
  package let id = "masked-value"
  package let summary = "Find labels of hidden values that were saved as values"
  package let examples = [
    CheckExample(#"{ gateway: { auth: { ↓token: "__OPENCLAW_REDACTED__" } } }"#),
    CheckExample(#"{ list: [↓"‹token 1›"] }"#),
    CheckExample(#"{ gateway: { auth: { token: "${OPENCLAW_GATEWAY_TOKEN}" } } }"#),
  ]

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    visit(context.document.root, at: .root, in: context, &findings)
    return findings
  }

  private func visit(
    _ node: NodeID, at path: ConfigPath, in context: CheckContext, _ findings: inout [Finding]
  ) {
    let document = context.document
    for (index, child) in document.children(node).enumerated() {
      let key = document.key(child)
      let here = key.map { path.appending(key: $0) } ?? path.appending(index: index)
      if let text = key, context.isMask(text) {
        findings.append(finding(child, at: here, in: context))
      } else if let text = document.string(child), context.isMask(text) {
        findings.append(finding(child, at: here, in: context))
      }
      if document.kind(child).isContainer { visit(child, at: here, in: context, &findings) }
    }
  }

  private func finding(
    _ node: NodeID, at path: ConfigPath, in context: CheckContext
  ) -> Finding {
    Finding(
      checkID: id, severity: .error,
      message: "\(path) holds the label of a hidden value instead of the value",
      why: "a redacted view was saved; the label is public and works as the secret",
      path: path, span: context.span(of: node),
      fix: .manual("put the value back from a backup (clawdoctor undo --list), or make a new one"))
  }
}
