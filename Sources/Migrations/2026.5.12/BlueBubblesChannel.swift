internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Reports the channel BlueBubbles.
///
/// ## Why
/// Since about 2026.5.12 it does not come with OpenClaw any more. The channel `imessage` reaches the
/// same people in another way, and no setting of the one is a setting of the other.
///
/// ## What it keeps
/// The whole section.
package struct BlueBubblesChannel: Migration {
  package let facts = MigrationFacts(
    "bluebubbles-channel", life: Life(introduced: "2026.5.12"),
    summary: "Report the channel BlueBubbles",
    why: "BlueBubbles does not come with OpenClaw any more since about 2026.5.12")

  package let examples = [
    MigrationExample(
      unchanged: """
        {
          // the Mac in the cellar
          channels: { bluebubbles: { serverUrl: "http://mac.example.org" } },
        }
        """)
  ]

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool { vocabulary.holds("bluebubbles") }

  package func apply(to transform: inout Transform) {
    let channel = Transform.path("channels.bluebubbles")
    guard transform.has(channel) else { return }
    transform.note(
      .warning, at: channel, "\(channel) is a channel that OpenClaw does not bring along",
      why: "\(ours: facts.why)",
      fix: .manual("install its plugin, or set up `channels.imessage` and remove the section"))
  }
}
