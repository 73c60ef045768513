internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Moves `agent.tools.allow` and `agent.tools.deny` to `tools`.
///
/// ## Why
/// Since 2026.1.9 what tools may be used stands under `tools`.
///
/// ## What it keeps
/// The lists with their comments. Of two allow lists the one under `tools` stays, and the report
/// names the other. Two deny lists are united: to drop one, as OpenClaw does, would allow more than
/// either file meant. Other keys of `agent.tools` stay where they are; OpenClaw drops them.
package struct AgentToolsAllowDeny: Migration {
  package let facts = MigrationFacts(
    "agent-tools-allow-deny", life: Life(introduced: "2026.1.9", refused: "2026.1.9"),
    summary: "Move agent.tools.allow and agent.tools.deny to tools",
    why: "settings of tools stand under `tools` since 2026.1.9")

  package let examples = [
    MigrationExample(
      """
      {
        agent: {
          tools: {
            deny: [
              "browser",
              "exec", // never
            ],
          },
        },
        tools: {
          deny: [
            "browser",
          ],
        },
      }
      """,
      """
      {
        tools: {
          deny: [
            "browser",
            "exec", // never
          ],
        },
      }
      """),
    MigrationExample(
      """
      {
        agent: {
          workspace: "~/w",
          // only looking
          tools: { allow: ["read"] },
        },
      }
      """,
      """
      {
        agent: {
          workspace: "~/w",
          // only looking
        },
        tools: {
          allow: ["read"],
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // no list
          agent: { tools: { deny: "exec" } },
        }
        """),
  ]

  package func apply(to transform: inout Transform) {
    let owner = Transform.path("agent.tools")
    guard transform.expect(owner, .object) else { return }
    let tools = Transform.path("tools")
    let allow = owner.appending(key: "allow")
    if transform.expect(allow, .array) {
      transform.move(allow, to: tools.appending(key: "allow"))
    }
    let deny = owner.appending(key: "deny")
    if transform.expect(deny, .array) {
      transform.unite(deny, into: tools.appending(key: "deny"))
    }
    transform.prune(owner, upTo: Transform.path("agent"))
  }
}
