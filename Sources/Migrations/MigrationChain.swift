/// All migrations in the order in which they run: the ordered list and nothing else.
///
/// The order is that of `facts/migrations/ordering.md`: what moves sections of the root comes
/// first, then agents, then what looks inside the sections. A migration may count on the final
/// place of everything above it.
package enum MigrationChain {
  /// The chain.
  package static let all: [any Migration] = [
    // Root sections.
    row("bindings-match-provider"),
    row("bindings-match-account-id"),
    row("session-sendpolicy-match-provider"),
    row("providers-to-channels"),
    row("routing-queue"),
    row("messages-queue-by-provider"),
    row("routing-bindings"),
    row("routing-agent-to-agent"),
    row("routing-groupchat-history-limit"),
    row("routing-groupchat-mention-patterns"),
    // Agents.
    row("agent-elevated"),
    row("agent-bash"),
    row("agent-sandbox-tools"),
    row("agent-subagents-tools"),
    row("agent-to-agents-defaults"),
    // Plain keys of the root.
    row("memory-search-top-level"),
    row("tools-bash"),
    row("auth-claude-cli-mode"),
    // Speech.
    row("messages-tts-enabled"),
    row("tts-edge-provider"),
    row("tts-provider-keys"),
    // Plugins.
    row("bedrock-discovery"),
    row("voice-call-provider-log"),
    row("voice-call-twilio-from"),
    row("voice-call-stt-provider"),
    row("voice-call-openai-api-key"),
    row("voice-call-stt-model"),
    row("voice-call-silence-ms"),
    row("voice-call-vad-threshold"),
    row("memory-wiki-read-memory-core"),
    // Channels.
    row("dm-policy-slack"),
    row("dm-allow-from-slack"),
    row("dm-policy-discord"),
    row("thread-bindings-ttl-hours"),
    row("channel-chunk-mode"),
    row("channel-block-streaming"),
    row("channel-block-streaming-coalesce"),
    row("channel-draft-chunk"),
    row("googlechat-stream-mode"),
    row("slack-channel-allow"),
    row("googlechat-group-allow"),
    row("discord-guild-channel-allow"),
    row("matrix-room-allow"),
    row("zalouser-group-allow"),
    row("private-network-bluebubbles"),
    row("private-network-matrix"),
    row("private-network-mattermost"),
    row("private-network-nextcloud-talk"),
    row("private-network-tlon"),
    // Gateway, browser, session, models.
    row("gateway-bind-tailnet-auto"),
    row("gateway-bind-host-alias"),
    row("browser-ssrf-allow-private-network"),
    row("browser-driver-extension"),
    row("browser-relay-bind-host"),
    row("sandbox-per-session"),
    row("models-api-openai"),
    row("session-rotate-bytes"),
  ]

  private static func row(_ id: String) -> any Migration { MigrationTable.row(id) }
}
