internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Moves `web.enabled` to the WhatsApp channel.
///
/// ## Why
/// 2026.7.2 refuses the section: whether WhatsApp runs is a setting of the channel.
///
/// ## What it keeps
/// The switch and its comments; one that the channel has stays. Where no WhatsApp is configured and
/// it is on, it stays and is reported: to write it would start a channel. The report names each
/// other key.
package struct WebEnabled: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "web-enabled",
      life: Life(introduced: "2026.7.2-beta", refused: "2026.7.2-beta"),
      summary: "Move web.enabled to the WhatsApp channel",
      why: "the section web is refused since 2026.7.2")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        {
          web: { enabled: false }, // not now
          channels: { whatsapp: { dmPolicy: "pairing" } },
        }
        """,
        """
        {
          // not now
          channels: { whatsapp: { dmPolicy: "pairing", enabled: false } },
        }
        """),
      MigrationExample(
        """
        { web: { heartbeatSeconds: 5 } }
        """,
        """
        {}
        """),
      MigrationExample(
        unchanged: """
          { web: true }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("web")
  }

  package func apply(to transform: inout Transform) {
    let source = Transform.path("web")
    let channel = Transform.path("channels.whatsapp")
    let old = source.appending(key: "enabled")
    guard transform.expect(source, .object) else { return }
    if transform.draft.boolean(at: old) == true, !transform.has(channel), !transform.allowsUnsafe {
      return transform.note(
        at: old, "\(old) is a switch of WhatsApp, and no WhatsApp is configured",
        why: "\(ours: facts.why); to write \(channel) may start the channel",
        fix: .unsafe("clawdoctor --fix --only \(ours: facts.id) does it; else remove \(old)"))
    }
    transform.move(old, to: channel.appending(key: "enabled"))
    for key in transform.draft.keys(at: source) where key != "enabled" {
      transform.remove(source.appending(key: key), because: "\(ours: facts.why)")
    }
    transform.prune(source)
  }
}
