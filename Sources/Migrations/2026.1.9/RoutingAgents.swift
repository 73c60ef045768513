internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Turns the map `routing.agents` into the list of agents.
///
/// ## Why
/// Since 2026.1.9 agents are a list with an `id` in each entry.
///
/// ## What it keeps
/// Each entry with its comments and its order; `id` comes first in it. An agent that the list has
/// already gets what it lacks, and the report names what it had. Entries that are no objects stay
/// and are reported; OpenClaw skips and then deletes them.
package struct RoutingAgents: Migration {
  package let facts = MigrationFacts(
    "routing-agents", life: Life(introduced: "2026.1.9", refused: "2026.1.9"),
    summary: "Turn the map routing.agents into the list of agents",
    why: "agents are a list since 2026.1.9")

  package let examples = [
    MigrationExample(
      """
      {
        routing: {
          agents: {
            // for the office
            work: {
              workspace: "~/work",
            },
            home: { workspace: "~/home" },
          },
        },
      }
      """,
      """
      {
        agents: {
          list: [
            // for the office
            {
              id: "work",
              workspace: "~/work",
            },
            { id: "home", workspace: "~/home" },
          ],
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // no agent
          routing: { agents: { work: "~/work" } },
        }
        """),
  ]

  package func apply(to transform: inout Transform) {
    let source = Transform.path("routing.agents")
    guard transform.expect(source, .object) else { return }
    for key in transform.draft.keys(at: source) {
      let id = Transform.trimmed(key)
      let agent = source.appending(key: key)
      guard transform.expect(agent, .object) else { continue }
      guard !id.isEmpty else {
        transform.note(
          at: agent, "an agent of \(source) has no name", why: "\(ours: facts.why)",
          fix: .manual("give it a name or remove it, then run clawdoctor --fix"))
        continue
      }
      adopt(agent, id: id, in: &transform)
    }
    transform.prune(source, upTo: Transform.path("routing"))
  }

  private func adopt(_ agent: ConfigPath, id: String, in transform: inout Transform) {
    if let entry = AgentRoster.entry(of: id, in: transform) {
      transform.merge(agent, into: entry)
      return
    }
    transform.together { transform in
      guard let entry = AgentRoster.next(in: &transform) else { return false }
      return transform.move(agent, to: entry)
        && transform.add(
          entry.appending(key: "id"), .string(id), placement: .first, because: nil)
    }
  }
}
