@testable import ConfigSchema

/// Configs that rules outside channels refuse, and configs that they do not.
extension RuleExample {
  static let general: [RuleExample] = [
    RuleExample(
      "broadcast-agents", "2026.4.22",
      #"{ agents: { list: [{ id: "a" }] }, broadcast: { strategy: "parallel", x: ["a", ↓"b"] } }"#),
    RuleExample("broadcast-agents", "2026.4.22", #"{ broadcast: { x: ["a"] } }"#),
    RuleExample(
      "broadcast-agents", "2026.1.8",
      #"{ agents: { list: [{ id: "a" }] }, broadcast: { x: ["b"] } }"#),
    RuleExample(
      "acp-binding-peer", "2026.3.7",
      #"{ bindings: [{ type: "acp", agentId: "a", ↓match: { channel: "x" } }] }"#),
    RuleExample(
      "acp-binding-peer", "2026.3.7",
      #"{ bindings: [{ type: "acp", match: { peer: { id: "1" } } }, { match: {} }] }"#),
    RuleExample(
      "acp-binding-peer", "2026.3.2", #"{ bindings: [{ type: "acp", match: { channel: "x" } }] }"#),
    RuleExample(
      "channel-bindings-acp", "2026.3.28",
      "{ channels: { discord: { guilds: { g: { bindings: { ↓acp: {} } } } } } }"),
    RuleExample(
      "channel-bindings-acp", "2026.3.24", "{ channels: { x: { bindings: { acp: {} } } } }"),
    RuleExample(
      "channel-stale-threshold", "2026.3.22",
      "{ gateway: { ↓channelStaleEventThresholdMinutes: 4 } }"),
    RuleExample(
      "channel-stale-threshold", "2026.3.22",
      "{ gateway: { channelStaleEventThresholdMinutes: 4, channelHealthCheckMinutes: 0 } }"),
    RuleExample(
      "heartbeat-schedule", "2026.4.22",
      #"{ agents: { defaults: { heartbeat: { ↓every: "often" } } } }"#),
    RuleExample(
      "heartbeat-schedule", "2026.4.22",
      #"{ agents: { list: [{ heartbeat: { every: "30m", activeHours: { start: "08:00", ↓end: "24:30" } } }] } }"#
    ),
    RuleExample(
      "heartbeat-schedule", "2026.4.22",
      #"{ agents: { list: [{ heartbeat: { every: "${BEAT}", activeHours: { start: "00:00", end: "24:00" } } }] } }"#
    ),
    RuleExample("heartbeat-schedule", "2026.1.5", #"{ agent: { heartbeat: { ↓every: "1x" } } }"#),
    RuleExample(
      "allow-with-also-allow", "2026.1.29", #"{ tools: { allow: ["a"], ↓alsoAllow: ["b"] } }"#),
    RuleExample(
      "allow-with-also-allow", "2026.1.29", #"{ tools: { allow: [], alsoAllow: ["b"] } }"#),
    RuleExample(
      "loop-detection-order", "2026.2.17",
      "{ tools: { loopDetection: { warningThreshold: 5, ↓criticalThreshold: 5 } } }"),
    RuleExample(
      "loop-detection-order", "2026.2.17",
      "{ tools: { loopDetection: { warningThreshold: 5, globalCircuitBreakerThreshold: 9 } } }"),
    RuleExample(
      "sandbox-docker", "2026.2.15",
      #"{ agents: { defaults: { sandbox: { docker: { binds: ["/a:/b", ↓"a:/b"], ↓network: "host", ↓seccompProfile: "Unconfined" } } } } }"#
    ),
    RuleExample(
      "sandbox-docker", "2026.2.24",
      #"{ agents: { list: [{ sandbox: { docker: { ↓network: "container:x" } } }] } }"#),
    RuleExample(
      "sandbox-docker", "2026.2.23",
      #"{ agents: { list: [{ sandbox: { docker: { network: "container:x" } } }] } }"#),
    RuleExample(
      "sandbox-browser-network", "2026.2.21",
      #"{ agents: { defaults: { sandbox: { browser: { ↓network: "host" } } } } }"#),
    RuleExample(
      "sandbox-browser-network", "2026.2.24",
      #"{ agents: { defaults: { sandbox: { browser: { network: "container:x" }, docker: { dangerouslyAllowContainerNamespaceJoin: true } } } } }"#
    ),
    RuleExample(
      "force-flush-size", "2026.3.1",
      #"{ agents: { defaults: { compaction: { memoryFlush: { ↓forceFlushTranscriptBytes: "big" } } } } }"#
    ),
    RuleExample(
      "force-flush-size", "2026.3.1",
      #"{ agents: { defaults: { compaction: { memoryFlush: { forceFlushTranscriptBytes: "2mb" } } } } }"#
    ),
    RuleExample(
      "safe-executable", "2026.1.10",
      #"{ audio: { transcription: { command: [↓"a; b", "-x"] } }, signal: { cliPath: "/usr/bin/signal-cli" } }"#
    ),
    RuleExample(
      "session-maintenance", "2026.2.12",
      #"{ session: { maintenance: { ↓pruneAfter: "soon", ↓rotateBytes: "10 apples", maxDiskBytes: "x" } } }"#
    ),
    RuleExample(
      "session-maintenance", "2026.2.23",
      #"{ session: { maintenance: { pruneAfter: "30d", rotateBytes: "10mb", ↓maxDiskBytes: "x" } } }"#
    ),
    RuleExample("cron-retention", "2026.2.23", #"{ cron: { ↓sessionRetention: "x" } }"#),
    RuleExample("cron-retention", "2026.2.23", "{ cron: { sessionRetention: false } }"),
    RuleExample("web-address", "2026.2.15", #"{ cron: { ↓webhook: "ftp://a.example" } }"#),
    RuleExample(
      "web-address", "2026.3.22",
      #"{ mcp: { servers: { a: { ↓url: "a.example" }, b: { url: "https://b.example" } } } }"#),
    RuleExample(
      "hook-module-path", "2026.2.14",
      #"{ hooks: { mappings: [{ transform: { ↓module: "../a.js" } }, { transform: { module: "./a.js" } }] } }"#
    ),
    RuleExample("talk-provider", "2026.3.8", "{ ↓talk: { providers: { a: {}, b: {} } } }"),
    RuleExample(
      "talk-provider", "2026.3.8", #"{ talk: { ↓provider: "c", providers: { a: {}, b: {} } } }"#),
    RuleExample("talk-provider", "2026.3.8", #"{ talk: { provider: "A", providers: { a: {} } } }"#),
    RuleExample(
      "browser-profile", "2026.1.5", ##"{ browser: { profiles: { ↓a: { color: "#aabbcc" } } } }"##),
    RuleExample(
      "browser-profile", "2026.3.22",
      #"{ browser: { profiles: { a: { driver: "existing-session" }, b: { cdpPort: 1, ↓userDataDir: "/x" } } } }"#
    ),
    RuleExample(
      "secret-program", "2026.2.26",
      #"{ secrets: { providers: { a: { source: "exec", ↓command: "get", trustedDirs: ["/a", ↓"b"] } } } }"#
    ),
    RuleExample(
      "secret-reference-id", "2026.2.26",
      #"{ a: { source: "file", provider: "p", ↓id: "x" }, b: { source: "file", provider: "p", id: "/x~0" }, c: { source: "exec", provider: "p", id: "a/../b" } }"#
    ),
    RuleExample(
      "secret-reference-id", "2026.3.11",
      #"{ c: { source: "exec", provider: "p", ↓id: "a/../b" } }"#),
  ]
}
