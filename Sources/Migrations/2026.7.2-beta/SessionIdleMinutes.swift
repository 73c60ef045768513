internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Moves `session.idleMinutes` under `session.reset`.
///
/// ## Why
/// Since 2026.7.2 one section says when a session starts anew.
///
/// ## What it keeps
/// The number and its comments; one that the section has stays. Where there is no section its mode
/// is `idle`, which is what the number meant.
package struct SessionIdleMinutes: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "session-idle-minutes",
      life: Life(introduced: "2026.7.2-beta", refused: "2026.7.2-beta"),
      summary: "Move session.idleMinutes under session.reset",
      why: "when a session starts anew stands under `session.reset` since 2026.7.2")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        {
          session: {
            idleMinutes: 60, // an hour
          },
        }
        """,
        """
        {
          session: {
            reset: {
              mode: "idle",
              idleMinutes: 60, // an hour
            },
          },
        }
        """),
      MigrationExample(
        """
        { session: { idleMinutes: 60, reset: { mode: "daily", idleMinutes: 5 } } }
        """,
        """
        { session: { reset: { mode: "daily", idleMinutes: 5 } } }
        """),
      MigrationExample(
        unchanged: """
          { session: { idleMinutes: 60, reset: "daily" } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("idleMinutes")
  }

  package func apply(to transform: inout Transform) {
    let source = Transform.path("session.idleMinutes")
    let section = Transform.path("session.reset")
    guard transform.has(source) else { return }
    let isNew = !transform.has(section)
    guard transform.move(source, to: section.appending(key: "idleMinutes")), isNew else { return }
    transform.add(
      section.appending(key: "mode"), .string("idle"), placement: .first,
      because: "that is what the number meant")
  }
}
