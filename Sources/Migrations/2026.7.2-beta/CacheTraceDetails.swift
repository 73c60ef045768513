internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Removes all of `diagnostics.cacheTrace` but its switch.
///
/// ## Why
/// 2026.7.2 knows only `enabled` there.
///
/// ## What it keeps
/// The switch and all comments; the report names each key that goes.
package struct CacheTraceDetails: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "cache-trace-details",
      life: Life(introduced: "2026.7.2-beta", refused: "2026.7.2-beta"),
      summary: "Remove all of diagnostics.cacheTrace but its switch",
      why: "the trace of the cache is one switch since 2026.7.2")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        { diagnostics: { cacheTrace: { enabled: true, filePath: "x" /* big */ } } }
        """,
        """
        { diagnostics: { cacheTrace: { enabled: true /* big */ } } }
        """),
      MigrationExample(
        unchanged: """
          { diagnostics: { cacheTrace: { enabled: true } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("cacheTrace")
  }

  package func apply(to transform: inout Transform) {
    let section = Transform.path("diagnostics.cacheTrace")
    for key in transform.draft.keys(at: section) where key != "enabled" {
      transform.remove(section.appending(key: key), because: "\(ours: facts.why)")
    }
  }
}
