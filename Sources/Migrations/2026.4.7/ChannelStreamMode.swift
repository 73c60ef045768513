internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Moves `streamMode` of channels to `streaming.mode`.
///
/// ## Why
/// Since 2026.4.7 all settings of streaming stand in one object.
///
/// ## What it keeps
/// The word where it is still one, and the comments; the words of Slack are translated. A mode that
/// is set stays and the old key goes, named in the report.
package struct ChannelStreamMode: Migration {
  package let facts = MigrationFacts(
    "channel-stream-mode", life: Life(introduced: "2026.4.7", refused: "2026.4.7"),
    summary: "Move streamMode of Telegram, Discord and Slack under streaming",
    why: "all settings of streaming stand in one object since 2026.4.7")

  package let examples = [
    MigrationExample(
      """
      {
        channels: {
          slack: {
            // one message at the end
            streamMode: "status_final",
          },
          telegram: { streamMode: "block", streaming: { mode: "off" } },
        },
      }
      """,
      """
      {
        channels: {
          slack: {
            streaming: {
              // one message at the end
              mode: "progress",
            },
          },
          telegram: { streaming: { mode: "off" } },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // a word that nobody knows
          channels: { slack: { streamMode: "fast" } },
        }
        """),
  ]

  package func apply(to transform: inout Transform) {
    for words in StreamingWords.scopes(in: transform) {
      let isLeft =
        words.channel == "discord" && ChannelStreamingScalar.leavesDiscord(transform.target)
      if isLeft, transform.has(words.streaming), !transform.isObject(words.streaming) { continue }
      _ = words.moveWord(to: words.streaming.appending(key: "mode"), in: &transform)
    }
  }
}
