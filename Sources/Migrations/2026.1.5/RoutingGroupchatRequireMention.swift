internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Moves `routing.groupChat.requireMention` into the groups of WhatsApp, Telegram and iMessage.
///
/// ## Why
/// Since 2026.1.5 each channel says for each group whether the agent must be mentioned.
///
/// ## What it keeps
/// What a group or `"*"` says already stays. The comments go to the first place. A channel whose
/// map of groups lists some keeps only those: see `GroupMentions`. A channel that cannot take the
/// value leaves the old key for all of them, so that nothing is half done.
///
/// OpenClaw made blocks for Telegram and iMessage where there were none until 2026.3.24, which
/// may start a channel; here no block is made. Without any of the three the key has no effect and
/// goes, named in the report.
package struct RoutingGroupchatRequireMention: Migration {
  package let facts = MigrationFacts(
    "routing-groupchat-require-mention",
    life: Life(introduced: "2026.1.5", refused: "2026.1.5"),
    summary: "Move routing.groupChat.requireMention into groups of channels",
    why: "each group of a channel has its own requireMention since 2026.1.5")

  package let examples = [
    MigrationExample(
      """
      {
        routing: {
          groupChat: {
            requireMention: false, // it is a small group
          },
        },
        channels: {
          telegram: {
            botToken: "${TELEGRAM_TOKEN}",
          },
          imessage: { groups: { "42": {} } },
        },
      }
      """,
      """
      {
        channels: {
          telegram: {
            botToken: "${TELEGRAM_TOKEN}",
            groups: {
              "*": {
                requireMention: false, // it is a small group
              },
            },
          },
          imessage: { groups: { "42": { requireMention: false } } },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // a list is no map
          routing: { groupChat: { requireMention: true } },
          channels: { telegram: { groups: ["42"] } },
        }
        """),
  ]

  package func apply(to transform: inout Transform) {
    let source = Transform.path("routing.groupChat.requireMention")
    guard transform.expect(source, .boolean) else { return }
    let channels = transform.matches("channels.{whatsapp,telegram,imessage}")
    var places: [ConfigPath] = []
    for channel in channels {
      guard transform.expect(channel, .object),
        let more = GroupMentions.places(in: channel, for: source, of: &transform)
      else { return }
      places += more
    }
    let isGone =
      places.isEmpty
      ? transform.remove(source, because: "none of the channels that it was for is configured")
      : GroupMentions.spread(source, over: places, in: &transform)
    if isGone {
      transform.prune(Transform.path("routing.groupChat"), upTo: Transform.path("routing"))
    }
  }
}
