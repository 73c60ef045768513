internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Moves `requireMention` of Telegram into its groups.
///
/// ## Why
/// Since 2026.1.5 each group says whether the agent must be mentioned, and `"*"` says it for all.
///
/// ## What it keeps
/// What a group or `"*"` says already stays, and the comments go along. Where groups are listed
/// without `"*"`, each of them gets the value: see `GroupMentions`.
package struct TelegramRequireMention: Migration {
  package let facts = MigrationFacts(
    "telegram-require-mention", life: Life(introduced: "2026.1.5", refused: "2026.1.5"),
    summary: "Move requireMention of Telegram into its groups",
    why: "each group of a channel has its own requireMention since 2026.1.5")

  package let examples = [
    MigrationExample(
      """
      {
        channels: {
          telegram: {
            // it talks too much
            requireMention: true,
            groups: {
              "-1001": {
                systemPrompt: "Be brief.",
              },
              "-1002": { requireMention: false },
              "-1003": {},
            },
          },
        },
      }
      """,
      """
      {
        channels: {
          telegram: {
            groups: {
              "-1001": {
                systemPrompt: "Be brief.",
                // it talks too much
                requireMention: true,
              },
              "-1002": { requireMention: false },
              "-1003": {
                requireMention: true,
              },
            },
          },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // set for all groups
          channels: { telegram: { groups: { "*": { requireMention: true } } } },
        }
        """),
  ]

  package func apply(to transform: inout Transform) {
    GroupMentions.move(
      "requireMention", of: Transform.path("channels.telegram"), in: &transform)
  }
}
