internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Turns `agentId` of Discord channels into bindings.
///
/// ## Why
/// Since about 2026.5.3 bindings alone say which agent answers where, and the key is refused.
///
/// ## What it keeps
/// The agent with its comments, in a new binding behind the others. A binding of the same channel
/// stays, and the report says so. What is no text stays and is reported; OpenClaw drops it.
package struct DiscordChannelAgentID: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "discord-channel-agent-id",
      life: Life(introduced: "2026.5.3", refused: "2026.5.3"),
      summary: "Turn agentId of Discord channels into bindings",
      why: "which agent answers in a channel is a binding since about 2026.5.3")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        {
          channels: {
            discord: {
              guilds: {
                "1": { channels: { "2": { agentId: "work", enabled: true } } },
              },
            },
          },
        }
        """,
        """
        {
          channels: {
            discord: {
              guilds: {
                "1": { channels: { "2": { enabled: true } } },
              },
            },
          },
          bindings: [
            {
              agentId: "work",
              match: {
                channel: "discord",
                guildId: "1",
                peer: {
                  kind: "channel",
                  id: "2",
                },
              },
            },
          ],
        }
        """),
      MigrationExample(
        """
        {
          channels: { discord: { guilds: { "1": { channels: { "2": { agentId: "a" } } } } } },
          // already
          bindings: [{ agentId: "a", match: { channel: "discord", guildId: "1", peer: { kind: "channel", id: "2" } } }],
        }
        """,
        """
        {
          channels: { discord: { guilds: { "1": { channels: { "2": {} } } } } },
          // already
          bindings: [{ agentId: "a", match: { channel: "discord", guildId: "1", peer: { kind: "channel", id: "2" } } }],
        }
        """),
      MigrationExample(
        unchanged: """
          { channels: { discord: { guilds: { "1": { channels: { "2": { agentId: 7 } } } } } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("agentId")
  }

  package func apply(to transform: inout Transform) {
    for source in transform.matches("channels.discord{,.accounts.*}.guilds.*.channels.*.agentId") {
      guard transform.expect(source, .string) else { continue }
      guard transform.text(source) != nil else {
        transform.remove(source, because: "it is blank")
        continue
      }
      let keys = source.steps.compactMap { step in if case .key(let key) = step { key } else { nil }
      }
      let account = keys[2] == "accounts" ? keys[3] : nil
      bind(
        source, guild: keys[keys.count - 4], channel: keys[keys.count - 2], account, in: &transform)
    }
  }

  private func bind(
    _ source: ConfigPath, guild: String, channel: String, _ account: String?,
    in transform: inout Transform
  ) {
    let bindings = Transform.path("bindings")
    let twin = transform.matches("bindings[]").first { binding in
      let match = binding.appending(key: "match")
      let peer = match.appending(key: "peer")
      return transform.text(match.appending(key: "channel")) == "discord"
        && transform.text(match.appending(key: "guildId")) == guild
        && transform.text(match.appending(key: "accountId")) == account
        && transform.text(peer.appending(key: "id")) == channel
    }
    if let twin {
      transform.resolve(source, against: twin.appending(key: "agentId"), .targetWins)
      return
    }
    transform.together { transform in
      guard transform.makeArray(bindings) else { return false }
      let binding = bindings.appending(index: transform.draft.count(at: bindings))
      let peer = NewValue.object([.init("kind", .string("channel")), .init("id", .string(channel))])
      var match: [NewValue.Member] = [
        .init("channel", .string("discord")), .init("guildId", .string(guild)), .init("peer", peer),
      ]
      if let account { match.append(.init("accountId", .string(account))) }
      return transform.move(source, to: binding.appending(key: "agentId"))
        && transform.add(binding.appending(key: "match"), .object(match), because: nil)
    }
  }
}
