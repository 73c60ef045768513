import DoctorKit
import Foundation
import Testing

/// `config set` and `config unset`: what is named changes, and no other byte.
@Suite struct SetTests {
  /// A config with old shapes, comments and odd spelling.
  static let config = """
    // head
    {
      'gateway': { port: 0x4A39, mode: "local", }, // mine
      channels: {
        /* the club */ telegram: { botToken: 'demo-not-a-secret-telegram', groups: {
            "-100": { requireMention: true }, // first
        } },
      },
      agents: { list: [
        { id: "main" }, // me
        { id: "two", name: "Two" },
      ] },
      tools: { bash: { timeoutSec: 1.50e2 } },
    }

    """

  @Test("FM-59: one value is set, the pending migration is told and left alone")
  func oneHunk() throws {
    let place = try Workplace(Self.config)
    let report = place.set([("gateway.mode", "remote")]) { $0.wantsDiff = true }
    #expect(report.status == .clean, "\(report.findings)")
    #expect(report.isWritten)
    #expect(
      try place.read() == Self.config.replacing("mode: \"local\"", with: "mode: \"remote\""))
    #expect(report.diff?.count { $0.hasPrefix("@@") } == 1)
    #expect(report.diff?[1].hasSuffix("(edited)") == true)
    #expect(report.changes.map(\.message) == ["change `gateway.mode`"])
    #expect(report.changes.first?.place?.line == 3)
    #expect(report.notes.contains { $0.contains("1 pending migration was left alone") })
  }

  /// What a text is read as for one kind of key; nil where it is refused.
  struct Row: Sendable, CustomTestStringConvertible {
    let path: String
    let text: String
    let result: String?
    init(_ path: String, _ text: String, _ result: String?) {
      self.path = path
      self.text = text
      self.result = result
    }
    var testDescription: String { "\(path) \(text)" }
  }

  static let texts = [
    "123", "true", "null", "plain", "\"quoted\"", "{a: 1}", "[1]", "{a: 1", "[1", "\"open", "",
    "${NAME}",
  ]

  /// A text, a number, a flag, an object, an array of texts, text or object.
  static let expected: [(path: String, results: [String?])] = [
    (
      "gateway.auth.token",
      [
        "\"123\"", "\"true\"", "\"null\"", "\"plain\"", "\"quoted\"", nil, nil, nil, nil, nil,
        "\"\"", "\"${NAME}\"",
      ]
    ),
    (
      "gateway.port",
      ["123", nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil]
    ),
    (
      "channels.telegram.enabled",
      [nil, "true", nil, nil, nil, nil, nil, nil, nil, nil, nil, nil]
    ),
    (
      "plugins.entries.mine.config",
      [nil, nil, nil, nil, nil, "{ a: 1 }", nil, nil, nil, nil, nil, nil]
    ),
  ]

  static let rows = expected.flatMap { path, results in
    zip(texts, results).map { Row(path, $0, $1) }
  }

  @Test(
    "FM-61: the type comes from the key, and what looks like broken JSON is refused",
    arguments: rows)
  func types(_ row: Row) throws {
    let place = try Workplace("{}\n")
    let report = place.set(row.path, row.text)
    guard let result = row.result else {
      #expect(report.status == .refused)
      #expect(try place.read() == "{}\n")
      #expect(try place.files() == ["openclaw.json"])
      return
    }
    let last = row.path.split(separator: ".").last ?? ""
    let text = try place.read()
    let expected = "\"\(last)\": \(result.replacing("{ a: 1 }", with: "{\n"))"
    #expect(text.contains(expected), "\(text) \(report.findings)")
  }

  @Test(
    "A list of ids never gets a number unasked, and a value keeps the kind that it has",
    arguments: [
      ("{ channels: { telegram: { allowFrom: [] } } }", EditRequest.Reading.bySchema, nil),
      ("{ channels: { telegram: { allowFrom: [] } } }", .text, "allowFrom: [ \"5\" ]"),
      ("{ channels: { telegram: { allowFrom: [] } } }", .json, "allowFrom: [ 5 ]"),
      ("{ channels: { telegram: { allowFrom: ['4'] } } }", .bySchema, "allowFrom: ['5']"),
      ("{ channels: { telegram: { allowFrom: [4] } } }", .bySchema, "allowFrom: [5]"),
    ] as [(String, EditRequest.Reading, String?)])
  func ambiguous(_ text: String, _ reading: EditRequest.Reading, _ expected: String?) throws {
    let place = try Workplace(text)
    let report = place.set("channels.telegram.allowFrom[0]", "5", reading: reading)
    guard let expected else {
      #expect(report.status == .refused)
      #expect(report.findings.first?.fixHint?.contains("--string") == true)
      #expect(report.findings.first?.fixHint?.contains("--strict-json") == true)
      return
    }
    #expect(try place.read().contains(expected), "\(report.findings)")
  }

  @Test(
    "What the release does not accept is not written, and the finding says what",
    arguments: [
      ("gateway.bnd", "lan", "schema.unknown-key"),
      ("gateway.mode", "far", "schema.value-not-allowed"),
      ("gateway.port", "0", "schema.out-of-bounds"),
      ("gateway.bind", "lan", "control-ui-without-origins"),
    ])
  func invalid(_ path: String, _ value: String, _ id: String) throws {
    let place = try Workplace(
      "{ gateway: { mode: 'local', auth: { mode: 'token', token: 'demo-not-a-secret-0123456789-abcdef' } } }"
    )
    let before = try place.read()
    let report = place.set(path, value)
    #expect(report.status == .refused)
    #expect(report.findings.map(\.checkID).contains(id), "\(report.findings)")
    #expect(try place.read() == before)
    #expect(try place.files() == ["openclaw.json"])
  }

  @Test("What was wrong before is no reason to refuse, unless it is what is set")
  func wrongBefore() throws {
    let place = try Workplace("{ gateway: { port: 'x', bnd: 1 } }")
    #expect(place.set("gateway.mode", "local").status == .clean)
    #expect(try place.read() == "{ gateway: { port: 'x', bnd: 1, mode: 'local' } }")
    #expect(place.set("gateway.port", "'y'", reading: .text).status == .refused)
    #expect(place.set("gateway.port", "5").status == .clean)
    #expect(try place.read() == "{ gateway: { port: 5, bnd: 1, mode: 'local' } }")
  }

  @Test("What keeps the gateway from starting alone can be set together")
  func together() throws {
    let place = try Workplace(
      "{ gateway: { auth: { mode: 'token', token: 'demo-not-a-secret-0123456789-abcdef' } } }")
    let report = place.set([
      ("gateway.bind", "lan"), ("gateway.controlUi.allowedOrigins", "['https://claw.example']"),
    ])
    #expect(report.isWritten, "\(report.findings)")
    #expect(
      try place.read() == """
        { gateway: { auth: { mode: 'token', token: 'demo-not-a-secret-0123456789-abcdef' }, \
        bind: 'lan', controlUi: { allowedOrigins: ['https://claw.example'] } } }
        """)
  }

  @Test("All or none: one bad value of several writes nothing")
  func atomic() throws {
    let place = try Workplace(Self.config)
    #expect(place.set([("gateway.mode", "remote"), ("gateway.port", "x")]).status == .refused)
    #expect(try place.read() == Self.config)
  }

  @Test("Entries that a new value lacks are named, and kept or let go when that is said")
  func entries() throws {
    let path = "channels.telegram.groups"
    let value = "{ '-200': {} }"
    let place = try Workplace(Self.config)
    let report = place.set(path, value)
    #expect(report.status == .refused)
    #expect(
      report.findings.map(\.message) == [
        "the new value of `channels.telegram.groups` lacks what stands there: `channels.telegram.groups[\"-100\"]`"
      ])
    #expect(try place.read() == Self.config)
    place.set(path, value, old: .merge)
    let first = "        \"-100\": { requireMention: true }, // first\n"
    #expect(
      try place.read() == Self.config.replacing(first, with: first + "        \"-200\": {},\n"))
    place.set(path, value, old: .replace)
    let after = try place.read()
    #expect(after.contains("// first") && after.contains("-200") && !after.contains("-100"))
  }

  @Test("A list of agents is merged by id; an item that is changed keeps its comment")
  func agents() throws {
    let place = try Workplace(Self.config)
    #expect(place.set("agents.list", "[{ id: 'two', name: 'Zwei' }]").status == .refused)
    place.set("agents.list", "[{ id: 'two', name: 'Zwei' }, { id: 'new' }]", old: .merge)
    let two = "{ id: \"two\", name: \"Two\" },"
    #expect(
      try place.read()
        == Self.config.replacing(
          two, with: "{ id: \"two\", name: \"Zwei\" },\n    {\n      id: \"new\",\n    },"))
  }

  @Test("The value that is there already writes nothing")
  func same() throws {
    let place = try Workplace(Self.config)
    for (path, value) in [
      ("gateway.port", "19001"), ("gateway.mode", "local"),
      ("channels.telegram.groups", "{'-100': {requireMention: true}}"),
    ] {
      let report = place.set(path, value)
      #expect(report.status == .clean && !report.isWritten && report.changes.isEmpty)
    }
    #expect(try place.files() == ["openclaw.json"])
  }

  @Test(
    "FM-79: a path is taken literally, and digits are what the config has there",
    arguments: [
      (
        "{ models: { providers: {} } }", "models.providers[\"llama.cpp\"].baseUrl",
        "http://x.example", nil
      ),
      (
        "{ channels: { discord: { guilds: {} } } }", "channels.discord.guilds.123", "{}",
        "{ channels: { discord: { guilds: { \"123\": {} } } } }"
      ),
      (
        "{ channels: { discord: { guilds: {} } } }", "/channels/discord/guilds/123", "{}",
        "{ channels: { discord: { guilds: { \"123\": {} } } } }"
      ),
      (
        "{ agents: { list: [{ id: 'a' }] } }", "agents.list.0.name", "A",
        "{ agents: { list: [{ id: 'a', name: 'A' }] } }"
      ),
      (
        "{ agents: { list: [{ id: 'a' }] } }", "/agents/list/1", "{ id: 'b' }",
        "{ agents: { list: [{ id: 'a' }, { id: 'b' }] } }"
      ),
    ] as [(String, String, String, String?)])
  func paths(_ text: String, _ path: String, _ value: String, _ expected: String?) throws {
    let place = try Workplace(text)
    let report = place.set(path, value)
    if let expected {
      #expect(try place.read() == expected, "\(report.findings)")
    } else {
      #expect(report.status == .refused)
      #expect(report.findings.contains { $0.checkID == "schema.missing-key" }, "\(report.findings)")
    }
  }

  @Test("A malformed path is not guessed", arguments: ["gateway..port", "gateway.port]", "a["])
  func malformed(_ path: String) throws {
    let place = try Workplace(Self.config)
    #expect(place.set(path, "1").status == .usage)
    #expect(try place.read() == Self.config)
  }

  @Test("A place behind the end of a list is refused, and so is one inside of a text")
  func impossible() throws {
    let place = try Workplace(Self.config)
    #expect(place.set("agents.list[5].name", "x").findings.map(\.checkID) == ["edit"])
    #expect(place.set("gateway.mode.deep", "x").findings.map(\.checkID) == ["edit"])
    #expect(try place.read() == Self.config)
  }

  @Test("Strict JSON stays strict, and takes no number that it lacks")
  func strict() throws {
    let place = try Workplace("{\"gateway\":{\"port\":1}}")
    place.set("gateway.port", "0x10")
    #expect(try place.read() == "{\"gateway\":{\"port\":16}}")
    #expect(place.set("gateway.port", "Infinity").status == .refused)
    #expect(place.set("gateway.port", "0x10", reading: .json).status == .refused)
  }

  @Test(
    "A label is never written", arguments: ["‹token 1›", "__OPENCLAW_REDACTED__", "a ‹token 1› b"])
  func label(_ text: String) throws {
    let place = try Workplace(Self.config)
    let report = place.set("channels.telegram.botToken", text, reading: .text)
    #expect(report.status == .refused)
    #expect(report.findings.map(\.checkID) == ["masked-input"])
    #expect(try place.read() == Self.config)
  }

  // MARK: Unset

  @Test("A value goes with nothing around it, and its comments stay")
  func unset() throws {
    let place = try Workplace(Self.config)
    #expect(place.unset("agents.list[0]").status == .clean)
    #expect(
      try place.read()
        == Self.config.replacing("    { id: \"main\" }, // me\n", with: "    // me\n"))
  }

  @Test("Several items of a list are those of now, whatever the order")
  func unsetItems() throws {
    let place = try Workplace("{ agents: { list: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] } }")
    place.unset("agents.list[0]", "agents.list[2]", "agents.list[0].id")
    #expect(try place.read() == "{ agents: { list: [{ id: 'b' }] } }")
  }

  @Test("What is not there is said, with what is like it, and nothing goes")
  func absent() throws {
    let place = try Workplace(Self.config)
    let report = place.unset("gateway.mode", "gateway.prot")
    #expect(report.status == .findings)
    #expect(report.findings.map(\.checkID) == ["nothing-there"])
    #expect(report.findings.first?.fixHint == "did you mean `gateway.port`?")
    #expect(try place.read() == Self.config)
  }

  @Test("FM-46: most of a file may go when that is what is asked for")
  func shrink() throws {
    let groups = (0..<200).map { "'-\($0)': { requireMention: true }" }.joined(separator: ",\n")
    let place = try Workplace("{ channels: { telegram: { groups: {\n\(groups)\n} } } }")
    #expect(place.unset("channels.telegram.groups").isWritten)
    #expect(try place.read() == "{ channels: { telegram: {} } }")
  }

  @Test("FM-11: of several edits at once none is lost", .timeLimit(.minutes(2)))
  func parallel() async throws {
    let place = try Workplace("{ channels: { telegram: { groups: {} } } }")
    let reports = await withTaskGroup(of: Report.self) { group in
      for number in 0..<8 {
        group.addTask { place.set("channels.telegram.groups[\"-\(number)\"]", "{}") }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(
      reports.count { $0.status == .clean && $0.isWritten } == 8, "\(reports.map(\.findings))")
    let text = try place.read()
    for number in 0..<8 { #expect(text.contains("\"-\(number)\": {}")) }
  }
}
