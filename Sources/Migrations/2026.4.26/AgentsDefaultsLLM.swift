internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Removes `agents.defaults.llm`, which has no single successor.
///
/// ## Why
/// 2026.4.26 refuses it: how long to wait for a model is a setting of each provider since then,
/// `models.providers.<id>.timeoutSeconds`.
///
/// ## What it keeps
/// The comments in their place, and the number of seconds in the report: for which providers it is
/// to hold is a choice. OpenClaw deletes it without the number.
package struct AgentsDefaultsLLM: Migration {
  package let facts = MigrationFacts(
    "agents-defaults-llm", life: Life(introduced: "2026.4.26", refused: "2026.4.26"),
    summary: "Remove agents.defaults.llm",
    why: "how long to wait for a model is a setting of its provider since 2026.4.26")

  package let examples = [
    MigrationExample(
      """
      {
        agents: {
          defaults: {
            workspace: "~/w",
            // the local model is slow
            llm: { idleTimeoutSeconds: 300 },
          },
        },
      }
      """,
      """
      {
        agents: {
          defaults: {
            workspace: "~/w",
            // the local model is slow
          },
        },
      }
      """, target: "2026.5.6"),
    MigrationExample(
      unchanged: """
        {
          // no object
          agents: { defaults: { llm: 300 } },
        }
        """, target: "2026.5.6"),
  ]

  package func apply(to transform: inout Transform) {
    let source = Transform.path("agents.defaults.llm")
    guard transform.expect(source, .object) else { return }
    let timeout = source.appending(key: "idleTimeoutSeconds")
    let seconds =
      transform.kind(timeout) == .number
      ? transform.draft.spelling(at: timeout).flatMap { Int($0) } : nil
    let place: Message = "models.providers.<id>.timeoutSeconds"
    if let seconds {
      transform.remove(
        source, because: "its limit of \(seconds) seconds can be set for a provider as \(place)")
    } else {
      transform.remove(source, because: "\(ours: facts.why): \(place)")
    }
  }
}
