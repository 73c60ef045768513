import ConfigSchema
import Diagnostics
import Migrations
import Testing

@testable import Migrations

@Suite struct RegistryTests {
  private let ids = MigrationChain.all.map(\.facts.id)

  @Test("No id stands twice")
  func unique() {
    #expect(Set(ids).count == ids.count)
  }

  @Test("Every row of the table is in the chain, and every row of the chain in the table")
  func complete() {
    #expect(MigrationTable.removals.count > 100)
    for id in MigrationTable.migrations.keys { #expect(ids.contains(id)) }
    for migration in MigrationChain.all { #expect(!migration.facts.summary.isEmpty) }
  }

  @Test("A summary is short and an imperative", arguments: MigrationChain.all.map(\.facts))
  func summary(_ facts: MigrationFacts) {
    #expect(facts.summary.count <= 72)
    #expect(facts.summary.first?.isUppercase == true)
    #expect(!facts.summary.hasSuffix("."))
    #expect(!facts.why.isEmpty)
  }

  @Test("A release of a life is a real one", arguments: MigrationChain.all.map(\.facts))
  func life(_ facts: MigrationFacts) {
    #expect(facts.life.introduced > .oldest)
    #expect(facts.life.from > .oldest)
    if let until = facts.life.until { #expect(facts.life.from < until) }
  }

  @Test(
    "What moves stands before what looks at the new place",
    arguments: [
      ["routing-bindings", "bindings-match-provider"],
      ["routing-bindings", "bindings-match-account-id"],
      ["providers-to-channels", "routing-allow-from"],
      ["providers-to-channels", "routing-groupchat-require-mention"],
      ["providers-to-channels", "telegram-require-mention", "telegram-group-mentions-only"],
      ["routing-queue", "messages-queue-by-provider"],
      ["routing-groupchat-require-mention", "routing-groupchat-history-limit"],
      [
        "agent-allowed-models", "agent-model-aliases", "agent-model-fallbacks",
        "agent-model-string",
      ],
      ["agent-model-string", "agent-to-agents-defaults"],
      ["agent-image-model-fallbacks", "agent-image-model-string", "agent-to-agents-defaults"],
      ["routing-agents-mention-patterns", "routing-agents", "routing-default-agent-id"],
      ["routing-agents-sandbox-tools", "routing-agents"],
      ["routing-default-agent-id", "identity-to-agents-list"],
      ["agent-tools-allow-deny", "agent-to-agents-defaults", "sandbox-per-session"],
      ["tts-edge-provider", "tts-provider-keys"],
      ["web-search-brave", "web-search-provider", "x-search-api-key"],
      ["discord-numeric-ids", "dm-allow-from-discord"],
      ["channel-streaming-scalar", "channel-stream-mode", "channel-native-streaming"],
      ["channel-stream-mode", "channel-chunk-mode"],
      ["gateway-bind-host-alias", "control-ui-allowed-origins-seed"],
      ["agent-to-agents-defaults", "value-clawdis-names"],
      ["talk-legacy-fields", "talk-normalise"],
      ["providers-to-channels", "single-account-to-default", "dm-allow-from-slack"],
      ["dm-policy-discord", "dm-allow-from-discord", "open-policy-allow-from"],
      ["agent-to-agents-defaults", "runtime-model-refs"],
      ["talk-realtime-selectors", "talk-realtime-voice"],
      ["model-policy-allow", "codex-route-refs"],
      ["model-policy-allow", "agent-runtime-policy-removed", "agents-list-to-entries"],
      ["codex-cli-runtime-id", "agent-runtime-policy-removed"],
      ["tts-provider-keys", "tts-speaker-selection", "messages-tts-to-top-level"],
      ["messages-tts-to-top-level", "retired-tts-prefs-path"],
      ["whatsapp-message-prefix", "messages-message-prefix", "messages-response-prefix-copy"],
      ["memory-search-top-level", "memory-search-to-memory-search", "retired-memory-search-sync"],
      ["memory-search-to-memory-search", "agents-explicit-ownership", "agents-list-to-entries"],
      ["root-media", "attachments-preserve-filenames"],
      ["dm-policy-slack", "slack-dm-reply-to-mode"],
      ["media-deepgram-options", "runtime-media-models-consolidation"],
    ])
  func order(_ chain: [String]) throws {
    let places = try chain.map { id in try #require(ids.firstIndex(of: id), "\(id)") }
    #expect(places == places.sorted())
  }
}
