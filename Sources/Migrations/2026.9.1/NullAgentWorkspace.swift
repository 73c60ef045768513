internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Removes workspaces of agents that are null or blank.
///
/// ## Why
/// About 2026.9 refuses both.
///
/// ## What it keeps
/// Every workspace that has a name, and all comments.
package struct NullAgentWorkspace: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "null-agent-workspace",
      life: Life(introduced: "2026.9.1", refused: "2026.9.1"),
      summary: "Remove workspaces that are null or blank",
      why: "an agent without a workspace says nothing about it since about 2026.9")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        { agents: { entries: { a: { workspace: null, name: "A" } } } } // later
        """,
        """
        { agents: { entries: { a: { name: "A" } } } } // later
        """),
      MigrationExample(
        unchanged: """
          { agents: { entries: { a: { workspace: "~/a" } } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("workspace")
  }

  package func apply(to transform: inout Transform) {
    for source in transform.matches("agents{.list[],.entries.*}.workspace") {
      let isBlank = transform.kind(source) == .string && transform.text(source) == nil
      guard transform.kind(source) == .null || isBlank else { continue }
      transform.remove(source, because: "it names no folder")
    }
  }
}
