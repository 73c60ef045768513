import DoctorKit
import Testing

@Suite struct IncludeSecretsTests {
  static let secrets = [
    "demo-not-a-secret-telegram", "demo-not-a-secret-gateway", "demo-not-a-secret-list",
    "demo-not-a-secret-sibling",
  ]

  private func split() throws -> SplitConfig {
    try SplitConfig([
      "openclaw.json": """
      // demo-not-a-secret-list demo-not-a-secret-sibling demo-not-a-secret-telegram
      {
        "demo-not-a-secret-gateway": { },
        telegram: { $include: "./telegram.json5" },
        gateway: { $include: "./gateway.json5" },
        channels: { slack: { $include: ["list.json5"] } },
        hooks: { $include: "hooks.json5", enabled: true },
        tools: { bash: {} },
      }
      """,
      "telegram.json5":
        "// demo-not-a-secret-gateway\n{ botToken: 'demo-not-a-secret-telegram', requireMention: true }",
      "gateway.json5": "{ auth: { token: 'demo-not-a-secret-gateway', mode: 'token' } }",
      "list.json5": "{ botToken: 'demo-not-a-secret-list' }",
      "hooks.json5": "{ token: 'demo-not-a-secret-sibling' }",
    ])
  }

  @Test("secrets of included files are hidden in everything that is said")
  func hidden() throws {
    let config = try split()
    let texts = [
      config.diagnose { $0.wantsDiff = true },
      config.fix {
        $0.isDryRun = true
        $0.wantsDiff = true
      }, config.fix { $0.wantsDiff = true }, config.undo(),
    ].map { "\($0)" }
    for secret in Self.secrets {
      for text in texts { #expect(!text.contains(secret)) }
    }
    #expect(texts[0].contains("requireMention"))
  }

  @Test("config get shows the config as it is written, with its includes")
  func get() throws {
    let config = try split()
    guard
      case .value(let text) = config.place.doctor().get(
        "gateway", as: nil, config.place.request())
    else {
      Issue.record("no value")
      return
    }
    #expect(text == "{ $include: \"./gateway.json5\" }")
  }

  @Test("a token that is a whole file is replaced in that file")
  func wholeFile() throws {
    let files = [
      "openclaw.json": "{ gateway: { auth: { token: { $include: 'token.json5' } } } }",
      "token.json5": "// ours\n'3f9c1e7ab24d5608f1e2d3c4b5a69788' // end\n",
    ]
    let config = try SplitConfig(files)
    var request = TokenRequest()
    request.destination = .config
    request.rotates = true
    let outcome = config.place.doctor().generateGatewayToken(
      request, config.place.request { $0.release = "2026.4.22" })
    #expect(outcome.report.isWritten, "\(outcome.report.findings)")
    #expect(try config.read("token.json5") == "// ours\n'\(Workplace.token)' // end\n")
    #expect(
      try config.read("openclaw.json")
        == "{ gateway: { auth: { token: { $include: 'token.json5' }, mode: 'token' } } }")
    _ = config.undo()
    #expect(try config.texts() == files)
  }

  @Test("a gateway token in an included file is found, and one is made there")
  func token() throws {
    let config = try split()
    let doctor = config.place.doctor()
    let source = try #require(
      doctor.token(config.place.request()).sources.first { $0.kind == "config" })
    #expect(source.file.map(config.name) == "gateway.json5" && source.line == 1)
    try config.write("{\n  mode: 'local',\n}\n", to: "gateway.json5")
    let before = try config.read("openclaw.json")
    var request = TokenRequest()
    request.destination = .config
    let outcome = doctor.generateGatewayToken(
      request, config.place.request { $0.release = "2026.4.22" })
    #expect(outcome.report.isWritten)
    #expect(try config.read("gateway.json5").contains(Workplace.token))
    #expect(try config.read("openclaw.json") == before)
  }
}
