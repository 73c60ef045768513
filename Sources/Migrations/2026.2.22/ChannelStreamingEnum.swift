internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Writes how channels stream as one word.
///
/// ## Why
/// From 2026.2.22 to 2026.4.5 Telegram, Discord and Slack had one word `streaming` instead of
/// `streamMode` and a boolean. Later releases get the object at once: `ChannelStreamingScalar`.
///
/// ## What it keeps
/// A word that is set, and the comments. In Slack the boolean said whether the transport of Slack
/// is used, which is `nativeStreaming` now; without one it was used, and that is written too.
package struct ChannelStreamingEnum: Migration {
  package let facts = MigrationFacts(
    "channel-streaming-enum",
    life: Life(
      introduced: "2026.2.22", refused: "2026.4.5", from: "2026.2.22", until: "2026.4.7"),
    summary: "Write how Telegram, Discord and Slack stream as one word",
    why: "one word says how an answer is shown since 2026.2.22")

  package let examples = [
    MigrationExample(
      """
      {
        channels: {
          telegram: { streamMode: "block" }, // in pieces
          slack: {
            streaming: false,
          },
        },
      }
      """,
      """
      {
        channels: {
          telegram: { streaming: "block" }, // in pieces
          slack: {
            streaming: "off",
            nativeStreaming: false,
          },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // a word that nobody knows
          channels: { discord: { streamMode: "fast" } },
        }
        """),
  ]

  package func apply(to transform: inout Transform) {
    for words in StreamingWords.scopes(in: transform) {
      switch transform.kind(words.streaming) {
      case .boolean?: convertFlag(words, in: &transform)
      case nil, .string?:
        if words.moveWord(to: words.streaming, in: &transform), words.isSlack {
          addTransport(words, true, in: &transform)
        }
      default: transform.noteKind(of: words.streaming, expected: "a string")
      }
    }
  }

  private func convertFlag(_ words: StreamingWords, in transform: inout Transform) {
    let flag = transform.draft.boolean(at: words.streaming) ?? false
    transform.together { transform in
      if words.hasWord(in: transform) {
        guard
          transform.remove(
            words.streaming, because: "\(words.streamMode) says the same more exactly"),
          words.moveWord(to: words.streaming, in: &transform)
        else { return false }
      } else if !transform.convert(
        words.streaming, to: words.streaming, .string(words.meaning(of: flag)))
      {
        return false
      }
      if words.isSlack { addTransport(words, flag, in: &transform) }
      return true
    }
    if transform.has(words.streamMode), transform.kind(words.streaming) == .string {
      transform.resolve(words.streamMode, against: words.streaming, .targetWins)
    }
  }

  private func addTransport(_ words: StreamingWords, _ flag: Bool, in transform: inout Transform) {
    transform.add(
      words.scope.appending(key: "nativeStreaming"), .boolean(flag),
      because: "whether the transport of Slack is used was said by \(words.streaming)")
  }
}
