internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Removes `truncateAfterCompaction`.
///
/// ## Why
/// 2026.7.2 refuses the key: a transcript is cut where it has a limit.
///
/// ## What it keeps
/// What happened before: where cutting was off, the limit goes too. The report names both.
package struct CompactionTruncate: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "compaction-truncate",
      life: Life(introduced: "2026.7.2-beta", refused: "2026.7.2-beta"),
      summary: "Remove truncateAfterCompaction",
      why: "truncateAfterCompaction is refused since 2026.7.2")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        { agents: { defaults: { compaction: { truncateAfterCompaction: false, maxActiveTranscriptBytes: 1, mode: "x" } } } } // whole
        """,
        """
        { agents: { defaults: { compaction: { mode: "x" } } } } // whole
        """),
      MigrationExample(
        """
        { agents: { defaults: { compaction: { truncateAfterCompaction: true, maxActiveTranscriptBytes: 1 } } } }
        """,
        """
        { agents: { defaults: { compaction: { maxActiveTranscriptBytes: 1 } } } }
        """),
      MigrationExample(
        unchanged: """
          { agents: { defaults: { compaction: { maxActiveTranscriptBytes: 1 } } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("truncateAfterCompaction")
  }

  package func apply(to transform: inout Transform) {
    let section = Transform.path("agents.defaults.compaction")
    let source = section.appending(key: "truncateAfterCompaction")
    let isOff = transform.draft.boolean(at: source) == false
    guard transform.remove(source, because: "\(ours: facts.why)"), isOff else { return }
    transform.remove(
      section.appending(key: "maxActiveTranscriptBytes"),
      because: "transcripts were not cut, and a limit cuts them since 2026.7.2")
  }
}
