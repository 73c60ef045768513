import Testing

@testable import ConfigSchema

/// A config, a release, and what must be said of it, one line a violation.
struct ViolationExample: Sendable, CustomTestStringConvertible {
  let release: Release
  let config: String
  /// `severity checkID path @offset`.
  let expected: [String]

  init(_ release: Release, _ config: String, _ expected: String...) {
    self.release = release
    self.config = config
    self.expected = expected
  }

  var testDescription: String { "\(release): \(config)" }

  static let all: [ViolationExample] = [
    // Strictness by release.
    ViolationExample("2026.1.5", "{ nonsense: 1 }", "warning schema.unknown-key nonsense @2"),
    ViolationExample("2026.1.12", "{ nonsense: 1 }", "warning schema.unknown-key nonsense @2"),
    ViolationExample("2026.1.20", "{ nonsense: 1 }", "error schema.unknown-key nonsense @2"),
    ViolationExample("2026.7.1", "{ nonsense: 1 }", "warning schema.unknown-key nonsense @2"),
    ViolationExample("2026.4.22", "{}"),
    ViolationExample("2026.4.22", "[]", "error schema.wrong-type (root) @0"),
    // Kinds of value.
    ViolationExample(
      "2026.4.22", #"{ gateway: { port: "1" } }"#, "error schema.wrong-type gateway.port @19"),
    ViolationExample(
      "2026.4.22", #"{ gateway: { port: "${PORT}" } }"#, "error schema.wrong-type gateway.port @19"),
    ViolationExample(
      "2026.4.22", "{ gateway: { port: 1.5 } }", "error schema.wrong-type gateway.port @19"),
    ViolationExample("2026.4.22", "{ gateway: { port: 0x4A00 } }"),
    ViolationExample(
      "2026.4.22", "{ gateway: { port: NaN } }", "error schema.out-of-bounds gateway.port @19"),
    ViolationExample(
      "2026.4.22", "{ gateway: { port: 0 } }", "error schema.out-of-bounds gateway.port @19"),
    ViolationExample(
      "2026.4.22", "{ gateway: null }", "error schema.wrong-type gateway @11"),
    // Allowed values.
    ViolationExample(
      "2026.4.22", #"{ gateway: { mode: "lokal" } }"#,
      "error schema.value-not-allowed gateway.mode @19"),
    ViolationExample("2026.4.22", #"{ gateway: { mode: "${MODE}" } }"#),
    ViolationExample(
      "2026.4.22", #"{ gateway: { mode: "$${MODE}" } }"#,
      "error schema.value-not-allowed gateway.mode @19"),
    ViolationExample(
      "2026.4.22", #"{ gateway: { mode: "\u006cocal" } }"#),
    // Forms.
    ViolationExample(
      "2026.4.22", ##"{ browser: { profiles: { "A b": { cdpPort: 1, color: "#00112" } } } }"##,
      "error schema.malformed browser.profiles[\"A b\"] @25",
      "error schema.malformed browser.profiles[\"A b\"].color @53"),
    ViolationExample(
      "2026.4.22", #"{ channels: { feishu: { domain: "lark" } } }"#),
    ViolationExample(
      "2026.4.22", #"{ channels: { feishu: { domain: "http://x.example" } } }"#,
      "error schema.malformed channels.feishu.domain @32"),
    // What must be there, and what may come from another file.
    ViolationExample(
      "2026.4.22", "{ agents: { list: [{ name: \"x\" }] } }",
      "error schema.missing-key agents.list[0].id @19"),
    ViolationExample("2026.4.22", #"{ agents: { list: [{ $include: "./a.json5", name: "x" }] } }"#),
    ViolationExample("2026.4.22", #"{ agents: { list: { $include: "./a.json5" } } }"#),
    // Alternatives.
    ViolationExample(
      "2026.4.22", #"{ agents: { list: [{ id: "a", runtime: { type: "acq" } }] } }"#,
      "error schema.value-not-allowed agents.list[0].runtime.type @47"),
    ViolationExample(
      "2026.4.22", #"{ agents: { list: [{ id: "a", runtime: {} }] } }"#,
      "error schema.missing-key agents.list[0].runtime.type @30"),
    ViolationExample(
      "2026.4.22",
      #"{ bindings: [{ type: "acp", agentId: "a", match: { channel: "x", peer: { kind: "dm", id: "1" } }, ac: 1 }] }"#,
      "error schema.unknown-key bindings[0].ac @98"),
    ViolationExample(
      "2026.4.22",
      #"{ channels: { telegram: { botToken: { source: "env", provider: "p", id: "lower" } } } }"#,
      "error schema.malformed channels.telegram.botToken.id @72"),
    // Plugins: their own settings, and what all of them have.
    ViolationExample(
      "2026.4.22",
      "{ plugins: { entries: { acpx: { enabled: true, config: { cwd: 1 } }, mine: { config: { a: 1 } } } } }",
      "error schema.wrong-type plugins.entries.acpx.config.cwd @62"),
    ViolationExample(
      "2026.4.22", "{ plugins: { entries: { acpx: { enbled: true } } } }",
      "error schema.unknown-key plugins.entries.acpx.enbled @32"),
    // Channels.
    ViolationExample(
      "2026.4.22", "{ channels: { wecom: {} } }",
      "warning schema.unknown-channel channels.wecom @14"),
    ViolationExample(
      "2026.3.24", "{ channels: { matrix: { nonsense: 1 } } }",
      "warning schema.unknown-key channels.matrix.nonsense @24"),
    ViolationExample(
      "2026.3.28", "{ channels: { matrix: { nonsense: 1 } } }",
      "error schema.unknown-key channels.matrix.nonsense @24"),
    ViolationExample(
      "2026.6.11", "{ channels: { telegram: { nonsense: 1 } }, nonsense: 1 }",
      "warning schema.unknown-key channels.telegram.nonsense @26",
      "error schema.unknown-key nonsense @43"),
    // Keys of the document that look like the notation of the table.
    ViolationExample(
      "2026.4.22", ##"{ "#SecretRef": {}, "*": 1, "": 2 }"##,
      "error schema.unknown-key [\"#SecretRef\"] @2", "error schema.unknown-key [\"*\"] @20",
      "error schema.unknown-key [\"\"] @28"),
    // A key that stands twice: only the last one is read.
    ViolationExample(
      "2026.4.22", "{ gateway: { port: true, port: null } }",
      "error schema.wrong-type gateway.port @31"),
    // Rules.
    ViolationExample(
      "2026.4.22", #"{ channels: { signal: { dmPolicy: "open" } } }"#,
      "error schema.open-policy-needs-star channels.signal.dmPolicy @24"),
  ]
}
