internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Puts the word or boolean `streaming` of channels into an object.
///
/// ## Why
/// Since 2026.4.7 all settings of streaming stand in one object.
///
/// ## What it keeps
/// The word as it is written, and the comments. In Slack a boolean also says whether the transport
/// of Slack is used (`nativeTransport`). No mode is written where none was set: that would change
/// what a default means. From 2026.4.12 to 2026.4.21 OpenClaw left Discord alone so that a downgrade
/// worked, and accepted the scalar; so does this.
///
/// OpenClaw reads `progress` of Discord as `off` in 2026.4.22; that is a fault of it, and here it is
/// `partial`, as before and in Telegram.
package struct ChannelStreamingScalar: Migration {
  package let facts = MigrationFacts(
    "channel-streaming-scalar", life: Life(introduced: "2026.4.7", refused: "2026.4.7"),
    summary: "Put streaming of Telegram, Discord and Slack into an object",
    why: "all settings of streaming stand in one object since 2026.4.7")

  package let examples = [
    MigrationExample(
      """
      {
        channels: {
          telegram: {
            streaming: "block", // in pieces
          },
          slack: { streaming: false },
        },
      }
      """,
      """
      {
        channels: {
          telegram: {
            streaming: {
              mode: "block",
            }, // in pieces
          },
          slack: { streaming: { mode: "off", nativeTransport: false } },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // accepted by this release
          channels: { discord: { streaming: "block" } },
        }
        """, target: "2026.4.14"),
  ]

  package func apply(to transform: inout Transform) {
    for words in StreamingWords.scopes(in: transform) {
      if words.channel == "discord", Self.leavesDiscord(transform.target) { continue }
      switch transform.kind(words.streaming) {
      case .string?: convertWord(words, in: &transform)
      case .boolean?: convertFlag(words, in: &transform)
      case .object?, nil: break
      default: transform.noteKind(of: words.streaming, expected: "an object")
      }
    }
  }

  /// Whether a release accepts the old shapes of Discord.
  static func leavesDiscord(_ target: Release) -> Bool {
    target >= "2026.4.12" && target <= "2026.4.21"
  }

  private func convertWord(_ words: StreamingWords, in transform: inout Transform) {
    let word = transform.draft.string(at: words.streaming) ?? ""
    let meaning = words.meaning(
      of: Transform.trimmed(word), isOld: false, for: transform.target)
    guard let meaning else {
      return transform.noteWord(at: words.streaming, allowed: StreamingWords.allowed)
    }
    let mode = words.streaming.appending(key: "mode")
    if meaning == word {
      transform.move(words.streaming, to: mode)
    } else {
      transform.convert(words.streaming, to: mode, .string(meaning))
    }
  }

  private func convertFlag(_ words: StreamingWords, in transform: inout Transform) {
    let flag = transform.draft.boolean(at: words.streaming) ?? false
    let native = words.streaming.appending(key: "nativeTransport")
    let isSaidElsewhere = transform.has(words.scope.appending(key: "nativeStreaming"))
    if words.hasWord(in: transform) {
      if words.isSlack, !isSaidElsewhere {
        transform.move(words.streaming, to: native)
      } else {
        transform.remove(
          words.streaming, because: "\(words.streamMode) says the same more exactly")
      }
      return
    }
    transform.together { transform in
      let mode = words.streaming.appending(key: "mode")
      guard transform.convert(words.streaming, to: mode, .string(words.meaning(of: flag))) else {
        return false
      }
      if words.isSlack, !isSaidElsewhere {
        transform.add(native, .boolean(flag), because: "\(words.streaming) said so")
      }
      return true
    }
  }
}
