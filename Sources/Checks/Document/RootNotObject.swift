internal import ConfigDocument
package import Diagnostics

/// Finds a config whose outermost value is no object.
///
/// ## Why it matters
/// OpenClaw reads the root as an object; anything else makes the whole config invalid.
package struct RootNotObject: Check {
  package let id = "root-not-object"
  package let summary = "Find a config whose outermost value is no object"
  package let examples = [
    CheckExample("↓[1]"), CheckExample("// only this\n↓null"), CheckExample("{}"),
  ]

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    let root = context.document.root
    let kind = context.document.kind(root)
    guard kind != .object else { return [] }
    return [
      Finding(
        checkID: id, severity: .error,
        message: "the config is \(ours: kind.phrase), expected an object",
        why: "the gateway refuses to start", span: context.span(of: root),
        fix: .manual("put the settings into `{` and `}`, or restore the file from a backup"))
    ]
  }
}
