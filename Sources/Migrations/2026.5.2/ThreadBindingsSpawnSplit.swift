internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Turns the two spawn switches of `threadBindings` into `spawnSessions`.
///
/// ## Why
/// 2026.5.2 has one switch for sessions of subagents and of ACP, and refuses the two old ones.
///
/// ## What it keeps
/// The comments. Sessions start only where both switches allowed it: of two that differ the one
/// that says no holds, and the report names the other. A switch that is set stays. What is no
/// switch stays and is reported; OpenClaw drops it.
package struct ThreadBindingsSpawnSplit: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "thread-bindings-spawn-split",
      life: Life(introduced: "2026.5.2", refused: "2026.5.2"),
      summary: "Turn both spawn switches of threadBindings into spawnSessions",
      why: "one switch says whether threads may start sessions since 2026.5.2")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        {
          session: {
            threadBindings: {
              spawnSubagentSessions: true,
              spawnAcpSessions: false, // not yet
            },
          },
        }
        """,
        """
        {
          session: {
            threadBindings: {
              spawnSessions: false, // not yet
            },
          },
        }
        """),
      MigrationExample(
        """
        { channels: { discord: { threadBindings: { spawnAcpSessions: true, spawnSessions: false } } } }
        """,
        """
        { channels: { discord: { threadBindings: { spawnSessions: false } } } }
        """),
      MigrationExample(
        unchanged: """
          { session: { threadBindings: { spawnAcpSessions: "yes" } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("spawnSubagentSessions") || vocabulary.holds("spawnAcpSessions")
  }

  package func apply(to transform: inout Transform) {
    for scope in transform.matches("{session,channels.*,channels.*.accounts.*}.threadBindings") {
      let old = ["spawnSubagentSessions", "spawnAcpSessions"].map { scope.appending(key: $0) }
      let denied = old.filter { transform.draft.boolean(at: $0) == false }
      for source in denied + old where transform.expect(source, .boolean) {
        transform.move(source, to: scope.appending(key: "spawnSessions"))
      }
    }
  }
}
