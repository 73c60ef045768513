internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Moves `identity` to the default agent.
///
/// ## Why
/// Since 2026.1.9 each agent has its own name and face.
///
/// ## What it keeps
/// The object with its comments. The default agent is the first one marked so, else the one that
/// `routing.defaultAgentId` names, else the first of the list; without any it is `main`, which gets
/// an entry. An identity that the agent has stays, and the old one goes, named in the report.
package struct IdentityToAgentsList: Migration {
  package let facts = MigrationFacts(
    "identity-to-agents-list", life: Life(introduced: "2026.1.9", refused: "2026.1.9"),
    summary: "Move identity to the default agent",
    why: "each agent has its own identity since 2026.1.9")

  package let examples = [
    MigrationExample(
      """
      {
        // she likes stars
        identity: { name: "Nova", emoji: "✨" },
        agents: {
          defaults: { workspace: "~/w" },
        },
      }
      """,
      """
      {
        agents: {
          defaults: { workspace: "~/w" },
          list: [
            {
              id: "main",
              // she likes stars
              identity: { name: "Nova", emoji: "✨" },
            },
          ],
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // no object
          identity: "Nova",
        }
        """),
  ]

  package func apply(to transform: inout Transform) {
    let source = Transform.path("identity")
    guard transform.expect(source, .object) else { return }
    _ = AgentRoster.give(
      source, to: defaultID(in: transform), as: "identity", in: &transform
    ) { transform, target in transform.move(source, to: target) }
  }

  private func defaultID(in transform: Transform) -> String {
    let entry =
      AgentRoster.markedDefault(in: transform) ?? AgentRoster.entries(in: transform).first
    if AgentRoster.markedDefault(in: transform) == nil,
      let named = transform.text(Transform.path("routing.defaultAgentId"))
    {
      return named
    }
    return entry.flatMap { transform.text($0.appending(key: "id")) } ?? "main"
  }
}
