internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Moves `groupMentionsOnly` of Telegram into its groups.
///
/// ## Why
/// The key was written about in guides and tolerated until 2026.1.16; what it means is said by
/// `requireMention` of each group since 2026.1.5. OpenClaw migrates it only from 2026.3.31 on; the
/// new shape is older, so here it is done for every release that refuses the key.
///
/// ## What it keeps
/// What a group or `"*"` says already stays, and the comments go along. OpenClaw adds `"*"` also to
/// a map that lists groups, which lets every group in; here each listed group gets the value.
package struct TelegramGroupMentionsOnly: Migration {
  package let facts = MigrationFacts(
    "telegram-group-mentions-only", life: Life(introduced: "2026.1.5", refused: "2026.1.20"),
    summary: "Move groupMentionsOnly of Telegram into its groups",
    why: "each group of a channel has its own requireMention since 2026.1.5")

  package let examples = [
    MigrationExample(
      """
      {
        channels: {
          telegram: {
            groupMentionsOnly: true, // please
            enabled: true,
          },
        },
      }
      """,
      """
      {
        channels: {
          telegram: {
            groups: {
              "*": {
                requireMention: true, // please
              },
            },
            enabled: true,
          },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // nobody is let in, and nobody shall be
          channels: { telegram: { groupPolicy: "allowlist", groupMentionsOnly: true } },
        }
        """),
  ]

  package func apply(to transform: inout Transform) {
    GroupMentions.move(
      "groupMentionsOnly", of: Transform.path("channels.telegram"), in: &transform)
  }
}
