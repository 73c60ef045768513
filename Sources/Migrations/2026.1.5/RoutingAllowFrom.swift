internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Moves `routing.allowFrom` to the WhatsApp channel.
///
/// ## Why
/// Until 2026.1.4 the list at the root was the allow list of WhatsApp, the first channel. Since
/// 2026.1.5 each channel has its own.
///
/// ## What it keeps
/// The list with its comments and numbers as they are written. A list that the channel has stays,
/// and the report names the old one.
///
/// Where no WhatsApp channel is configured OpenClaw deletes the list. Here it stays and is
/// reported: to write the block may start a channel and lets the listed people in, so that is done
/// only when asked for (`--only routing-allow-from`).
package struct RoutingAllowFrom: Migration {
  package let facts = MigrationFacts(
    "routing-allow-from", life: Life(introduced: "2026.1.5", refused: "2026.1.5"),
    summary: "Move routing.allowFrom to the WhatsApp channel",
    why: "each channel has its own list of senders since 2026.1.5")

  package let examples = [
    MigrationExample(
      """
      {
        routing: {
          // only the family
          allowFrom: ["+15550001", "+15550002"],
        },
        channels: {
          whatsapp: {
            dmPolicy: "allowlist",
          },
        },
      }
      """,
      """
      {
        channels: {
          whatsapp: {
            dmPolicy: "allowlist",
            // only the family
            allowFrom: ["+15550001", "+15550002"],
          },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          routing: { allowFrom: "+15550001" }, // no list
          channels: { whatsapp: {} },
        }
        """),
  ]

  package func apply(to transform: inout Transform) {
    let source = Transform.path("routing.allowFrom")
    let channel = Transform.path("channels.whatsapp")
    guard transform.expect(source, .array) else { return }
    guard transform.has(channel) || transform.allowsUnsafe else {
      return transform.note(
        at: source, "\(source) is the allow list of WhatsApp, and no WhatsApp is configured",
        why: "\(ours: facts.why); to write \(channel) may start the channel for the listed people",
        fix: .unsafe("clawdoctor --fix --only \(ours: facts.id) does it; else remove \(source)"))
    }
    if transform.move(source, to: channel.appending(key: "allowFrom")) {
      transform.prune(Transform.path("routing"))
    }
  }
}
