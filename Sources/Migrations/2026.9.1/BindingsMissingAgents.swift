internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Reports bindings of agents that are not there.
///
/// ## Why
/// About 2026.9 OpenClaw removes them.
///
/// ## What it keeps
/// The binding: it works again as soon as the agent is there.
package struct BindingsMissingAgents: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "bindings-missing-agents",
      life: Life(introduced: "2026.9.1"),
      summary: "Report bindings of agents that are not there",
      why: "a binding names an agent that is not there")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        unchanged: """
          { agents: { entries: { a: {} } }, bindings: [{ agentId: "gone", match: { channel: "slack" } }] } // later
          """)
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("bindings")
  }

  package func apply(to transform: inout Transform) {
    let agents = transform.matches("agents{.list[],.entries.*}")
    let known = Set(agents.compactMap { $0.lastKey ?? transform.text($0.appending(key: "id")) })
    guard !known.isEmpty else { return }
    for binding in transform.matches("bindings[].agentId") {
      guard let id = transform.text(binding), !known.contains(id), id != "main" else { continue }
      transform.note(
        .warning, at: binding, "\(binding) names an agent that is not there",
        why: "about 2026.9 OpenClaw removes such bindings",
        fix: .manual("add the agent, or remove the binding"))
    }
  }
}
