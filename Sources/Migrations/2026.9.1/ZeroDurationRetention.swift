internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Removes `resetArchiveRetention` and `pruneAfter` of sessions where they are nothing.
///
/// ## Why
/// About 2026.9 refuses a time of zero.
///
/// ## What it keeps
/// `false`, which switches it off, every other time, and all comments.
package struct ZeroDurationRetention: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "zero-duration-retention",
      life: Life(introduced: "2026.9.1", refused: "2026.9.1"),
      summary: "Remove retentions of nothing",
      why: "a retention of nothing is refused since about 2026.9")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        { session: { maintenance: { pruneAfter: "0d", mode: "warn" } } } // never
        """,
        """
        { session: { maintenance: { mode: "warn" } } } // never
        """),
      MigrationExample(
        unchanged: """
          { session: { maintenance: { pruneAfter: "30d", resetArchiveRetention: false } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("pruneAfter") || vocabulary.holds("resetArchiveRetention")
  }

  package func apply(to transform: inout Transform) {
    for source in transform.matches("session.maintenance{.resetArchiveRetention,.pruneAfter}") {
      let text =
        transform.kind(source) == .number
        ? transform.draft.spelling(at: source) : transform.text(source)
      guard let text else { continue }
      let number = text.prefix { $0.isNumber || $0 == "." || $0 == "-" }
      guard let amount = Double(number), amount <= 0 else { continue }
      transform.remove(source, because: "\(ours: facts.why)")
    }
  }
}
