internal import ConfigDocument
package import ConfigSchema
package import Diagnostics

/// Finds session keys of webhooks that their own list of prefixes does not allow.
///
/// ## Why it matters
/// From 2026.2.12 on the configuration of the hooks is refused then, also where a mapping builds
/// session keys from what was sent and no list limits them.
package struct HooksPrefixMismatch: StartRule {
  package let id = "hooks-prefix-mismatch"
  package let summary = "Find session keys of webhooks outside the allowed prefixes"
  package let since: Release = "2026.2.12"
  package let examples = [
    CheckExample(
      "{ hooks: { enabled: true, token: 't', ↓defaultSessionKey: 'mail:1', allowedSessionKeyPrefixes: ['hook:'] } }"
    ),
    CheckExample("{ hooks: { enabled: true, token: 't', ↓allowedSessionKeyPrefixes: ['mail:'] } }"),
    CheckExample(
      "{ hooks: { enabled: true, token: 't', mappings: [{ ↓sessionKey: 'mail:{{id}}' }] } }"),
    CheckExample(
      "{ hooks: { enabled: true, token: 't', defaultSessionKey: 'hook:1', allowedSessionKeyPrefixes: ['hook:'], mappings: [{ sessionKey: 'hook:{{id}}' }] } }"
    ),
    CheckExample("{ hooks: { enabled: true, token: 't', mappings: [{ sessionKey: 'plain' }] } }"),
  ]

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard context.target >= since, context.hasHooks else { return [] }
    let list = ConfigPath(keys: "hooks.allowedSessionKeyPrefixes")
    let standard = ConfigPath(keys: "hooks.defaultSessionKey")
    let prefixes = context.texts(at: list).filter { !$0.isEmpty }
    let key = context.text(at: standard) ?? ""
    let why: Message = "the gateway refuses the configuration of the hooks"
    guard !prefixes.isEmpty else {
      return templates(context).map { path in
        finding(
          at: path, in: context, "\(path) is built from what was sent, and \(list) is not set",
          why: why, fix: .manual("list in \(list) how such keys may begin"))
      }
    }
    if !key.isEmpty {
      guard !prefixes.contains(where: { key.hasPrefix($0) }) else { return [] }
      return [
        finding(
          at: standard, in: context, "\(standard) begins with none of \(list)", why: why,
          fix: .manual("change \(standard), or add how it begins to \(list)"))
      ]
    }
    guard !prefixes.contains(where: { "hook:".hasPrefix($0) }) else { return [] }
    return [
      finding(
        at: list, in: context, "\(list) does not allow \"hook:\", and \(standard) is not set",
        why: why, fix: .manual("add \"hook:\" to \(list), or set \(standard)"))
    ]
  }

  /// The session keys with a template in them.
  private func templates(_ context: CheckContext) -> [ConfigPath] {
    let mappings = ConfigPath(keys: "hooks.mappings")
    guard let node = context.document.node(at: mappings),
      context.document.kind(node) == .array
    else { return [] }
    return (0..<context.document.childCount(node))
      .map { mappings.appending(index: $0).appending(key: "sessionKey") }
      .filter { context.text(at: $0)?.contains("{{") == true }
  }
}
