internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Moves `model`, `mode`, `transport`, `brain` and `voice` of `talk` under `talk.realtime`.
///
/// ## Why
/// Since about 2026.5.6 realtime speech has a section of its own.
///
/// ## What it keeps
/// The values and comments. Where the section is there already it stays as it is, and the flat keys
/// go, named in the report. `provider` and `providers` stay where they are; OpenClaw writes them a
/// second time.
package struct TalkRealtimeSelectors: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "talk-realtime-selectors",
      life: Life(introduced: "2026.5.6", refused: "2026.5.6"),
      summary: "Move the realtime settings of talk under talk.realtime",
      why: "settings of realtime speech stand under `talk.realtime` since about 2026.5.6")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        {
          talk: {
            mode: "realtime",
            model: "m", // on trial
          },
        }
        """,
        """
        {
          talk: {
            realtime: {
              mode: "realtime",
              model: "m", // on trial
            },
          },
        }
        """),
      MigrationExample(
        """
        { talk: { mode: "realtime", model: "m", realtime: { model: "n" } } }
        """,
        """
        { talk: { realtime: { model: "n" } } }
        """),
      MigrationExample(
        unchanged: """
          { talk: { provider: "elevenlabs" } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("talk")
  }

  package func apply(to transform: inout Transform) {
    let talk = Transform.path("talk")
    let section = talk.appending(key: "realtime")
    let isThere = transform.has(section)
    guard transform.isObject(talk), !isThere || transform.expect(section, .object) else { return }
    let flat: Set = ["model", "mode", "transport", "brain", "voice"]
    for key in transform.draft.keys(at: talk) where flat.contains(key) {
      let source = talk.appending(key: key)
      if isThere, !transform.has(section.appending(key: key)) {
        transform.remove(source, because: "\(section) has the settings of realtime speech")
      } else {
        transform.move(source, to: section.appending(key: key))
      }
    }
  }
}
