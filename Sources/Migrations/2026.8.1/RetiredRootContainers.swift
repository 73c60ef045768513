internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Removes the sections `cli` and `audio` where nothing is left in them.
///
/// ## Why
/// About 2026.8.1 refuses both: what they held went elsewhere or away.
///
/// ## What it keeps
/// What is still in them stays and is reported; OpenClaw deletes it.
package struct RetiredRootContainers: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "retired-root-containers",
      life: Life(introduced: "2026.8.1", refused: "2026.8.1"),
      summary: "Remove the empty sections cli and audio",
      why: "the sections cli and audio are refused since about 2026.8.1")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        { cli: {}, logging: {} } // old
        """,
        """
        { logging: {} } // old
        """),
      MigrationExample(
        unchanged: """
          { audio: { other: 1 } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("cli") || vocabulary.holds("audio")
  }

  package func apply(to transform: inout Transform) {
    for source in ["cli", "audio"].map(Transform.path) where transform.has(source) {
      if transform.kind(source)?.isContainer == true, transform.draft.count(at: source) == 0 {
        transform.remove(source, because: "\(ours: facts.why)")
      } else {
        transform.note(
          at: source, "\(source) has settings that no later release knows",
          why: "\(ours: facts.why)",
          fix: .manual("remove \(source) when they are not needed"))
      }
    }
  }
}
