internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Moves `messages.tts` to the root.
///
/// ## Why
/// Since 2026.7.2 speech has a section of its own, and realtime speech another one.
///
/// ## What it keeps
/// All settings and comments; what the section has already stays. The voice of realtime speech goes
/// to `talk.realtime`, and the report names the rest of it.
package struct MessagesTTS: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "messages-tts-to-top-level",
      life: Life(introduced: "2026.7.2-beta", refused: "2026.7.2-beta"),
      summary: "Move messages.tts to the root",
      why: "speech has a section of its own since 2026.7.2")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        {
          messages: {
            tts: {
              realtime: { voice: "v" },
              auto: "always", // read to me
            },
          },
        }
        """,
        """
        {
          messages: {},
          tts: {
            auto: "always", // read to me
          },
          talk: {
            realtime: {
              speakerVoice: "v",
            },
          },
        }
        """),
      MigrationExample(
        """
        { messages: { tts: { auto: "always", mode: "x" } }, tts: { auto: "off" } }
        """,
        """
        { messages: {}, tts: { auto: "off", mode: "x" } }
        """),
      MigrationExample(
        unchanged: """
          { messages: { tts: true } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("tts")
  }

  package func apply(to transform: inout Transform) {
    let source = Transform.path("messages.tts")
    let realtime = source.appending(key: "realtime")
    guard transform.expect(source, .object) else { return }
    for key in ["speakerVoice", "voice"] {
      let voice = realtime.appending(key: key)
      transform.move(voice, to: Transform.path("talk.realtime.speakerVoice"))
      guard !transform.has(voice) else { return }
    }
    if transform.has(realtime), !transform.prune(realtime) {
      transform.remove(realtime, because: "realtime speech stands under `talk` since 2026.7.2")
    }
    transform.merge(source, into: Transform.path("tts"))
  }
}
