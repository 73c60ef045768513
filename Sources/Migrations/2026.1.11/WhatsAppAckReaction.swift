internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Writes the reaction to a received message for WhatsApp too, where only the common one is set.
///
/// ## Why
/// From 2026.1.11 to 2026.7.1 WhatsApp reads a reaction of its own and not `messages.ackReaction`.
///
/// ## What it keeps
/// The common reaction, which the other channels read, and a reaction of WhatsApp that is there.
/// No section for WhatsApp is made. A scope that was none of the four of that time is left: OpenClaw
/// reacts to everything that is addressed to it then, even where the word is `none`.
package struct WhatsAppAckReaction: Migration {
  package let facts = MigrationFacts(
    "whatsapp-ack-reaction-copy",
    life: Life(introduced: "2026.1.11", until: "2026.7.2-beta"),
    summary: "Copy messages.ackReaction to WhatsApp",
    why: "WhatsApp reads a reaction of its own from 2026.1.11 to 2026.7.1")

  package let examples = [
    MigrationExample(
      """
      {
        messages: {
          ackReaction: "👀", // seen
          ackReactionScope: "all",
        },
        channels: {
          whatsapp: {},
        },
      }
      """,
      """
      {
        messages: {
          ackReaction: "👀", // seen
          ackReactionScope: "all",
        },
        channels: {
          whatsapp: {
            ackReaction: {
              emoji: "👀",
              direct: true,
              group: "always",
            },
          },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // its own one
          messages: { ackReaction: "👀" },
          channels: { whatsapp: { ackReaction: { emoji: "🦞" } } },
        }
        """),
    MigrationExample(
      unchanged: """
        { messages: { ackReaction: "👀", ackReactionScope: "none" }, channels: { whatsapp: {} } }
        """),
  ]

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("ackReaction") && vocabulary.holds("whatsapp")
  }

  package func apply(to transform: inout Transform) {
    let channel = Transform.path("channels.whatsapp")
    guard let emoji = transform.text(Transform.path("messages.ackReaction")),
      transform.isObject(channel), let scope = scope(in: transform)
    else { return }
    transform.add(
      channel.appending(key: "ackReaction"),
      .object([
        NewValue.Member("emoji", .string(emoji)),
        NewValue.Member("direct", .boolean(scope.direct)),
        NewValue.Member("group", .string(scope.group)),
      ]), because: "\(ours: facts.why), and `messages.ackReaction` is set")
  }

  /// Whom the common reaction was for, in the words of WhatsApp; nil where that cannot be known.
  private func scope(in transform: Transform) -> (direct: Bool, group: String)? {
    let path = Transform.path("messages.ackReactionScope")
    guard let kind = transform.kind(path), kind != .null else { return (false, "mentions") }
    return switch transform.text(path) {
    case "all": (true, "always")
    case "direct": (true, "never")
    case "group-all": (false, "always")
    case "group-mentions": (false, "mentions")
    default: nil
    }
  }
}
