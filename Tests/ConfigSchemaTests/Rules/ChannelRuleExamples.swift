@testable import ConfigSchema

/// Configs that rules about channels refuse, and configs that they do not.
extension RuleExample {
  static let channels: [RuleExample] = [
    RuleExample(
      "open-policy-needs-star", "2026.1.8", #"{ telegram: { ↓dmPolicy: "open" } }"#),
    RuleExample(
      "open-policy-needs-star", "2026.4.22",
      #"{ channels: { telegram: { dmPolicy: "open", ↓allowFrom: ["1"] } } }"#),
    RuleExample(
      "open-policy-needs-star", "2026.4.22",
      #"{ channels: { telegram: { dmPolicy: "open", allowFrom: ["*"], accounts: { a: { dmPolicy: "open" } } } } }"#
    ),
    RuleExample(
      "open-policy-needs-star", "2026.2.25",
      #"{ channels: { telegram: { dmPolicy: "open", allowFrom: ["*"], accounts: { a: { ↓dmPolicy: "open" } } } } }"#
    ),
    RuleExample(
      "open-policy-needs-star", "2026.2.13",
      #"{ channels: { slack: { dmPolicy: "open", dm: { ↓policy: "open" } } } }"#),
    RuleExample(
      "open-policy-needs-star", "2026.2.14",
      #"{ channels: { slack: { ↓dmPolicy: "open", dm: { policy: "pairing" } } } }"#),
    RuleExample(
      "open-policy-needs-star", "2026.4.22",
      #"{ channels: { telegram: { dmPolicy: "open", $include: "./x.json5" }, signal: { dmPolicy: "${P}" } } }"#
    ),
    RuleExample(
      "open-policy-needs-star", "2026.3.24", #"{ channels: { feishu: { dmPolicy: "open" } } }"#),
    RuleExample(
      "allowlist-policy-needs-sender", "2026.2.26",
      #"{ channels: { signal: { dmPolicy: "allowlist", ↓allowFrom: [] } } }"#),
    RuleExample(
      "allowlist-policy-needs-sender", "2026.2.25",
      #"{ channels: { signal: { dmPolicy: "allowlist" } } }"#),
    RuleExample(
      "allowlist-policy-needs-sender", "2026.3.28",
      #"{ channels: { irc: { dmPolicy: "allowlist" } } }"#),
    RuleExample(
      "telegram-command-form", "2026.1.15",
      #"{ channels: { telegram: { customCommands: [{ ↓command: "a b", description: "x" }, { command: "/Ab_1", ↓description: " " }] } } }"#
    ),
    RuleExample(
      "telegram-webhook-secret", "2026.2.1",
      #"{ channels: { telegram: { ↓webhookUrl: "https://a.example" } } }"#),
    RuleExample(
      "telegram-webhook-secret", "2026.2.1",
      #"{ channels: { telegram: { webhookSecret: "demo-not-a-secret", accounts: { a: { webhookUrl: "https://a.example" }, b: { webhookUrl: "https://b.example", enabled: false } } } } }"#
    ),
    RuleExample(
      "slack-signing-secret", "2026.1.20", #"{ channels: { slack: { ↓mode: "http" } } }"#),
    RuleExample(
      "slack-signing-secret", "2026.1.20", #"{ channels: { slack: { mode: "socket" } } }"#),
    RuleExample(
      "discord-numeric-id", "2026.4.1", #"{ channels: { discord: { allowFrom: [↓123, "4"] } } }"#),
    RuleExample(
      "discord-numeric-id", "2026.4.2",
      "{ channels: { discord: { allowFrom: [123, ↓123456789012345678901] } } }"),
    RuleExample(
      "discord-presence", "2026.2.13",
      "{ channels: { discord: { ↓activityType: 0, accounts: { a: { activity: \"x\", ↓activityType: 1 } } } } }"
    ),
    RuleExample(
      "discord-presence", "2026.3.7",
      "{ channels: { discord: { autoPresence: { intervalMs: 1, ↓minUpdateIntervalMs: 2 } } } }"),
    RuleExample(
      "irc-registration", "2026.2.12", "{ channels: { irc: { nickserv: { ↓register: true } } } }"),
    RuleExample(
      "bluebubbles-password", "2026.3.28",
      #"{ channels: { bluebubbles: { ↓serverUrl: "http://a.example" } } }"#),
    RuleExample(
      "feishu-setup", "2026.4.5",
      #"{ channels: { feishu: { ↓defaultAccount: "b", accounts: { a: {} } } } }"#),
    RuleExample(
      "feishu-setup", "2026.4.5",
      #"{ channels: { feishu: { ↓connectionMode: "webhook", encryptKey: "demo-not-a-secret" } } }"#),
    RuleExample(
      "teams-sign-on-connection", "2026.4.10",
      "{ channels: { msteams: { sso: { ↓enabled: true } } } }"),
    RuleExample(
      "mattermost-retry-order", "2026.4.5",
      "{ channels: { mattermost: { dmChannelRetry: { ↓initialDelayMs: 2000, maxDelayMs: 1000 } } } }"
    ),
    RuleExample(
      "imessage-paths", "2026.2.19",
      #"{ channels: { imessage: { ↓remoteHost: "a -o x", attachmentRoots: ["/a/*", ↓"b"] } } }"#),
    RuleExample(
      "imessage-paths", "2026.2.19", #"{ channels: { imessage: { remoteHost: "me@mac.local" } } }"#),
  ]
}
