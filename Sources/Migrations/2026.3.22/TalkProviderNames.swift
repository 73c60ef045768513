internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Takes the white space off the names of voice providers.
///
/// ## Why
/// Since 2026.3.22 OpenClaw writes the chosen provider and the keys of `talk.providers` without
/// white space.
///
/// ## What it keeps
/// Everything else. OpenClaw builds `talk` anew from the keys that the release knows, and newer
/// settings such as `realtime` are gone, with their keys; it also writes the settings of the voice
/// a second time, where they are still read at their old place.
package struct TalkProviderNames: Migration {
  package let facts = MigrationFacts(
    "talk-normalise", life: Life(introduced: "2026.3.8", from: "2026.3.22"),
    summary: "Take white space off the names of voice providers",
    why: "names of voice providers have no white space around them since 2026.3.22")

  package let examples = [
    MigrationExample(
      """
      {
        talk: {
          provider: " elevenlabs ", // the best
          providers: { " elevenlabs ": { voiceId: "v" } },
        },
      }
      """,
      """
      {
        talk: {
          provider: "elevenlabs", // the best
          providers: { "elevenlabs": { voiceId: "v" } },
        },
      }
      """),
    MigrationExample(
      """
      { talk: { providers: { " a ": { voiceId: "v", modelId: "m" }, a: { voiceId: "w" } } } }
      """,
      """
      { talk: { providers: { a: { voiceId: "w", modelId: "m" } } } }
      """),
    MigrationExample(
      unchanged: """
        {
          // later settings stay
          talk: { provider: "openai", providers: { openai: {} }, realtime: { provider: "google" } },
        }
        """),
  ]

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool { vocabulary.holds("talk") }

  package func apply(to transform: inout Transform) {
    let provider = Transform.path("talk.provider")
    if let name = transform.text(provider), name != transform.draft.string(at: provider) {
      transform.convert(provider, to: provider, .string(name))
    }
    let providers = Transform.path("talk.providers")
    for key in transform.draft.keys(at: providers) {
      let name = Transform.trimmed(key)
      guard name != key, !name.isEmpty else { continue }
      let source = providers.appending(key: key)
      if transform.isObject(source) {
        transform.merge(source, into: providers.appending(key: name))
      } else {
        transform.move(source, to: providers.appending(key: name), conflict: .keepBoth)
      }
    }
  }
}
