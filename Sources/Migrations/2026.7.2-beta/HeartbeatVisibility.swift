internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Renames `heartbeat` of channels to `heartbeatVisibility`.
///
/// ## Why
/// Since 2026.7.2 the key says what it is about.
///
/// ## What it keeps
/// The object with its comments; one that has the new name stays. A `heartbeat` with other settings
/// is another thing and stays.
package struct HeartbeatVisibility: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "heartbeat-visibility",
      life: Life(introduced: "2026.7.2-beta", refused: "2026.7.2-beta"),
      summary: "Rename heartbeat of channels to heartbeatVisibility",
      why: "what a channel shows of a heartbeat is heartbeatVisibility since 2026.7.2")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        {
          channels: {
            defaults: {
              heartbeat: { showOk: true }, // all is well
            },
          },
        }
        """,
        """
        {
          channels: {
            defaults: {
              heartbeatVisibility: { showOk: true }, // all is well
            },
          },
        }
        """),
      MigrationExample(
        """
        { channels: { slack: { heartbeat: { showOk: true }, heartbeatVisibility: {} } } }
        """,
        """
        { channels: { slack: { heartbeatVisibility: {} } } }
        """),
      MigrationExample(
        unchanged: """
          { channels: { slack: { heartbeat: { every: "5m" } }, feishu: { heartbeat: {} } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("heartbeat")
  }

  package func apply(to transform: inout Transform) {
    let known: Set = ["showOk", "showAlerts", "useIndicator"]
    for source in transform.matches("channels.*{,.accounts.*}.heartbeat") {
      let keys = transform.draft.keys(at: source)
      guard transform.isObject(source), keys.allSatisfy(known.contains),
        !keys.isEmpty || source.steps[1] != .key("feishu"), let scope = source.parent
      else { continue }
      transform.move(source, to: scope.appending(key: "heartbeatVisibility"))
    }
  }
}
