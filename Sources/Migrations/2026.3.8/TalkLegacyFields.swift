internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Moves the settings of a voice from `talk` to the provider that it is of.
///
/// ## Why
/// Since 2026.3.8 `talk.providers` holds the settings of each; 2026.4.5 refuses them beside it.
///
/// ## What it keeps
/// The settings as they are written, and the comments. What the provider has already stays. The
/// provider is the chosen one, else the only one, else `elevenlabs`, which was the first. Where
/// there are several and none is chosen, everything stays and is reported.
package struct TalkLegacyFields: Migration {
  package let facts = MigrationFacts(
    "talk-legacy-fields", life: Life(introduced: "2026.3.8", refused: "2026.4.5"),
    summary: "Move the voice settings of talk to their provider",
    why: "settings of a voice stand under its provider since 2026.3.8")

  package let examples = [
    MigrationExample(
      """
      {
        talk: {
          // Rachel
          voiceId: "21m00",
          interruptOnSpeech: true,
        },
      }
      """,
      """
      {
        talk: {
          providers: {
            elevenlabs: {
              // Rachel
              voiceId: "21m00",
            },
          },
          interruptOnSpeech: true,
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // whose voice?
          talk: { voiceId: "v", providers: { elevenlabs: {}, openai: {} } },
        }
        """),
  ]

  package func apply(to transform: inout Transform) {
    let sources = transform.matches("talk.{voiceId,voiceAliases,modelId,outputFormat,apiKey}")
    guard let first = sources.first else { return }
    let providers = Transform.path("talk.providers")
    guard let provider = provider(among: providers, in: transform) else {
      return transform.note(
        at: first, "\(first) belongs to a provider, and which one is not said",
        why: "\(ours: facts.why)",
        fix: .manual("set `talk.provider`, then run clawdoctor --fix"))
    }
    for source in sources {
      guard let key = source.lastKey else { continue }
      let target = providers.appending(key: provider).appending(key: key)
      if transform.isObject(source) {
        transform.merge(source, into: target)
      } else {
        transform.move(source, to: target)
      }
    }
  }

  /// A `${VAR}` is no provider here: keys are not replaced by variables.
  private func provider(among providers: ConfigPath, in transform: Transform) -> String? {
    let known = transform.draft.keys(at: providers)
    let chosen = Transform.path("talk.provider")
    if let name = transform.text(chosen) {
      guard !name.contains("${") else { return nil }
      return known.first { Transform.trimmed($0) == name } ?? name
    }
    return known.isEmpty ? "elevenlabs" : known.count == 1 ? known.first : nil
  }
}
