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
    let document = context.document
    // Most configs have no label anywhere, and then none in a value unless it is escaped.
    let isEscaped = document.bytes.contains(UInt8(ascii: "\\"))
    guard isEscaped || context.isMask(String(decoding: document.bytes, as: UTF8.self)) else {
      return []
    }
    var findings: [Finding] = []
    document.forEachNode { node in
      let isMasked =
        document.key(node).map(context.isMask) == true
        || document.string(node).map(context.isMask) == true
      if isMasked { findings.append(finding(node, in: context)) }
    }
    return findings
  }

  private func finding(_ node: NodeID, in context: CheckContext) -> Finding {
    let path = context.document.path(to: node)
    return Finding(
      checkID: id, severity: .error,
      message: "\(path) holds the label of a hidden value instead of the value",
      why: "a redacted view was saved; the label is public and works as the secret",
      path: path, span: context.span(of: node),
      fix: .manual(
        "clawdoctor --fix --restore-from FILE puts it back from a backup; else make a new one"))
  }
}
