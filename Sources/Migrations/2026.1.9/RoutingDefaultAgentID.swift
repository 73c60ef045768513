internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Turns `routing.defaultAgentId` into the mark of an agent.
///
/// ## Why
/// Since 2026.1.9 the entry of an agent says itself that it is the default.
///
/// ## What it keeps
/// The comments. An agent that is marked already stays the default, and the old key goes, named in
/// the report. An agent that is marked `default: false` under its own name is left for the reader:
/// to mark it would be a guess, not to mark it would change who answers.
package struct RoutingDefaultAgentID: Migration {
  package let facts = MigrationFacts(
    "routing-default-agent-id", life: Life(introduced: "2026.1.9", refused: "2026.1.9"),
    summary: "Turn routing.defaultAgentId into the mark of an agent",
    why: "the default agent is marked in its entry since 2026.1.9")

  package let examples = [
    MigrationExample(
      """
      {
        routing: {
          defaultAgentId: "work", // since May
        },
        agents: {
          list: [
            { id: "home" },
            {
              id: "work",
            },
          ],
        },
      }
      """,
      """
      {
        agents: {
          list: [
            { id: "home" },
            {
              id: "work",
              default: true, // since May
            },
          ],
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // which one?
          routing: { defaultAgentId: "work" },
          agents: { list: [{ id: "work", default: false }] },
        }
        """),
  ]

  package func apply(to transform: inout Transform) {
    let source = Transform.path("routing.defaultAgentId")
    guard transform.has(source) else { return }
    guard let id = transform.text(source) else {
      return transform.noteKind(of: source, expected: "the id of an agent")
    }
    let isGone: Bool
    if let marked = AgentRoster.markedDefault(in: transform) {
      let mark = marked.appending(key: "default")
      isGone = transform.remove(source, because: "\(mark) is set, and the gateway reads that")
    } else {
      isGone = AgentRoster.give(source, to: id, as: "default", in: &transform) { transform, mark in
        transform.convert(source, to: mark, .boolean(true), conflict: .keepBoth)
      }
    }
    if isGone { transform.prune(Transform.path("routing")) }
  }
}
