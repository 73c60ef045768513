internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Turns `embeddedHarness` of agents into `agentRuntime`.
///
/// ## Why
/// From about 2026.4.25 to 2026.5.9 the program that runs an agent was chosen by `agentRuntime.id`.
/// Later releases choose it for each model; they are not for this migration.
///
/// ## What it keeps
/// The choice and its comments; one that is made already stays. `fallback` goes along as long as
/// `agentRuntime` has one, until 2026.5.3; later it goes, named in the report. Other keys stay.
package struct EmbeddedHarnessToAgentRuntime: Migration {
  package let facts = MigrationFacts(
    "embedded-harness-to-agent-runtime",
    life: Life(introduced: "2026.4.25", refused: "2026.4.25", until: "2026.5.10"),
    summary: "Turn embeddedHarness of agents into agentRuntime",
    why: "the program that runs an agent is agentRuntime.id since 2026.4.25")

  package let examples = [
    MigrationExample(
      """
      {
        agents: {
          defaults: {
            embeddedHarness: {
              runtime: "codex", // on trial
              fallback: "pi",
            },
          },
        },
      }
      """,
      """
      {
        agents: {
          defaults: {
            agentRuntime: {
              id: "codex", // on trial
            },
          },
        },
      }
      """, target: "2026.5.6"),
    MigrationExample(
      unchanged: """
        {
          // no object
          agents: { defaults: { embeddedHarness: "codex" } },
        }
        """, target: "2026.5.6"),
  ]

  package func apply(to transform: inout Transform) {
    for scope in transform.matches("agents{.defaults,.list[]}") {
      let source = scope.appending(key: "embeddedHarness")
      let runtime = scope.appending(key: "agentRuntime")
      let old = source.appending(key: "fallback")
      let new = runtime.appending(key: "fallback")
      guard !transform.has(runtime) || transform.expect(runtime, .object) else { continue }
      if transform.expect(source, .object) {
        transform.move(source.appending(key: "runtime"), to: runtime.appending(key: "id"))
        if transform.target < "2026.5.4" {
          transform.move(old, to: new)
        } else {
          transform.remove(old, because: "a runtime has no fallback since 2026.5.4")
        }
        transform.prune(source)
      }
      if transform.target >= "2026.5.4" {
        transform.remove(new, because: "a runtime has no fallback since 2026.5.4")
        if transform.draft.count(at: runtime) == 0 { transform.prune(runtime) }
      }
    }
  }
}
