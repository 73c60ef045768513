internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Gives channels without a prefix of their own the one of `messages.responsePrefix`.
///
/// ## Why
/// Since 2026.7.2 each channel has its own prefix.
///
/// ## What it keeps
/// The old key, which stays, and prefixes that are set. Only channels that OpenClaw gives it to get
/// one.
package struct MessagesResponsePrefixCopy: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "messages-response-prefix-copy",
      life: Life(introduced: "2026.7.2-beta"),
      summary: "Give channels the prefix of messages.responsePrefix",
      why: "a prefix for replies is a setting of each channel since 2026.7.2")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        {
          messages: { responsePrefix: "[bot]" },
          channels: {
            slack: { enabled: true }, // work
            discord: { responsePrefix: "" },
          },
        }
        """,
        """
        {
          messages: { responsePrefix: "[bot]" },
          channels: {
            slack: { enabled: true, responsePrefix: "[bot]" }, // work
            discord: { responsePrefix: "" },
          },
        }
        """),
      MigrationExample(
        unchanged: """
          { messages: { responsePrefix: 7 }, channels: { slack: {} } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("responsePrefix")
  }

  package func apply(to transform: inout Transform) {
    guard let prefix = transform.draft.string(at: Transform.path("messages.responsePrefix")) else {
      return
    }
    for id in Self.channels {
      let channel = Transform.path("channels").appending(key: id)
      guard transform.isObject(channel) else { continue }
      transform.add(
        channel.appending(key: "responsePrefix"), .string(prefix),
        because: "\(ours: facts.why), and all have that of `messages` so far")
    }
  }

  private static let channels = [
    "buzz", "clickclack", "discord", "feishu", "googlechat", "imessage", "irc", "line", "matrix",
    "mattermost", "msteams", "nextcloud-talk", "qa-channel", "signal", "slack", "telegram", "tlon",
    "twitch", "whatsapp", "zalo", "zalouser",
  ]
}
