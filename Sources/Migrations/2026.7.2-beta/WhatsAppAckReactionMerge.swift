internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Reports `ackReaction` of WhatsApp, which 2026.7.2 refuses.
///
/// ## Why
/// 2026.7.2 has one setting for all channels under `messages`.
///
/// ## What it keeps
/// The object: moved, it would make every other channel react too, and not all of its scopes have
/// an equal there. OpenClaw moves it all the same.
package struct WhatsAppAckReactionMerge: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "whatsapp-ack-reaction-merge",
      life: Life(introduced: "2026.7.2-beta", refused: "2026.7.2-beta"),
      summary: "Report ackReaction of WhatsApp",
      why: "ackReaction of WhatsApp is refused since 2026.7.2")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        unchanged: """
          { channels: { whatsapp: { ackReaction: { emoji: "x" } } } } // seen
          """),
      MigrationExample(
        unchanged: """
          { channels: { whatsapp: { enabled: true } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("ackReaction")
  }

  package func apply(to transform: inout Transform) {
    for source in transform.matches("channels.whatsapp{,.accounts.*}.ackReaction") {
      transform.note(
        at: source, "\(source) has no place in the new shape", why: "\(ours: facts.why)",
        fix: .manual(
          "set messages.ackReaction and messages.ackReactionScope, which hold for all channels, and remove \(source)"
        ))
    }
  }
}
