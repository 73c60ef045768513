internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Divides the realtime provider `google` of google-meet.
///
/// ## Why
/// Since about 2026.5.3 the provider `google` speaks, and `openai` thinks and writes down.
///
/// ## What it keeps
/// The old word as `voiceProvider` with its comments. Providers that are set stay.
package struct GoogleMeetRealtimeProvider: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "google-meet-realtime-provider",
      life: Life(introduced: "2026.5.3"),
      summary: "Divide the realtime provider google of google-meet",
      why: "who speaks and who writes down are providers of their own since about 2026.5.3")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        { plugins: { entries: { "google-meet": { config: { realtime: {
          provider: "google", // the first
        } } } } } }
        """,
        """
        { plugins: { entries: { "google-meet": { config: { realtime: {
          voiceProvider: "google", // the first
          provider: "openai",
          transcriptionProvider: "openai",
        } } } } } }
        """),
      MigrationExample(
        """
        { plugins: { entries: { "google-meet": { config: { realtime: { provider: "google", voiceProvider: "other" } } } } } }
        """,
        """
        { plugins: { entries: { "google-meet": { config: { realtime: { provider: "openai", voiceProvider: "other", transcriptionProvider: "openai" } } } } } }
        """),
      MigrationExample(
        unchanged: """
          { plugins: { entries: { "google-meet": { config: { realtime: { provider: "openai" } } } } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("google-meet")
  }

  package func apply(to transform: inout Transform) {
    let realtime = Transform.path("plugins.entries.google-meet.config.realtime")
    let provider = realtime.appending(key: "provider")
    let voice = realtime.appending(key: "voiceProvider")
    let writer = realtime.appending(key: "transcriptionProvider")
    guard transform.text(provider) == "google", !transform.has(voice) || !transform.has(writer)
    else { return }
    if transform.has(voice) {
      guard transform.convert(provider, to: provider, .string("openai"), shownAs: "\"openai\"")
      else { return }
    } else {
      guard transform.move(provider, to: voice) else { return }
      transform.add(provider, .string("openai"), because: "\(ours: facts.why)")
    }
    transform.add(writer, .string("openai"), because: "\(ours: facts.why)")
  }
}
