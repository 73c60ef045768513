internal import ConfigDocument
package import Diagnostics

/// Finds keys that stand in their object more than once.
///
/// ## Why it matters
/// Every reader takes the last one silently, so that an edit of the first has no effect. Which one
/// was meant cannot be known, which is why nothing below such a key is migrated (FM-72).
package struct DuplicateKey: Check {
  package let id = "duplicate-key"
  package let summary = "Find keys that stand in their object more than once"
  package let examples = [
    CheckExample(#"{ gateway: { port: 1, ↓"port": 2 } }"#),
    CheckExample(#"{ a: 1, ↓"\u0061": 1 }"#),
    CheckExample("{ a: { b: 1 }, b: { b: 1 } }"),
  ]

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    let document = context.document
    var findings: [Finding] = []
    document.forEachNode { node in
      guard document.kind(node) == .object, document.childCount(node) > 1 else { return }
      var first: [String: NodeID] = [:]
      for child in document.children(node) {
        guard let key = document.key(child) else { continue }
        if let earlier = first.updateValue(child, forKey: key) {
          findings.append(finding(child, earlier, in: context))
        }
      }
    }
    return findings
  }

  private func finding(_ node: NodeID, _ earlier: NodeID, in context: CheckContext) -> Finding {
    let path = context.document.path(to: node)
    let line = context.span(of: earlier)?.line ?? 1
    return Finding(
      checkID: id, severity: .warning,
      message: "\(path) stands in its object a second time, first on line \(line)",
      why: "the gateway reads only the last one; the other has no effect",
      path: path, span: context.span(of: node),
      fix: .manual("keep the one that is meant and remove the other"))
  }
}
