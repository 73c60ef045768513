import DoctorKit
import Foundation
import Testing

@Suite struct IncludeRepairTests {
  /// A file of a config, its text, an old shape of it, and what becomes of that.
  struct Part: Sendable, CustomTestStringConvertible {
    let name: String
    let modern: String
    let old: String
    let fixed: String?
    var testDescription: String { name }
  }

  static let root = """
    // split since March
    {
      browser: { $include: "./browser.json5" }, // one file
      agents: {
        defaults: { $include: "agents.d/../agents.d/defaults.json" },
        list: [{ $include: "./agents.d/main.json5" }, { id: "two" }],
      },
      "channels": /* nested */ { $include: "channels.json5" },
      messages: { $include: ["a.json5", "b.json5"] },
      tools: { $include: "./tools.json5", deny: ["x"] },
      hooks: { mappings: { "$include": 'mappings.json5' } },
    }

    """

  static let parts = [
    Part(
      name: "browser.json5", modern: "// b\n{ enabled: true }\n",
      old: "// b\n{ ssrfPolicy: { allowPrivateNetwork: true } } // end",
      fixed: "// b\n{ ssrfPolicy: { dangerouslyAllowPrivateNetwork: true } } // end"),
    Part(
      name: "agents.d/defaults.json", modern: "{}",
      old: "{\r\n  \"sandbox\": {\"perSession\": true}\r\n}\r\n",
      fixed: "{\r\n  \"sandbox\": {\"scope\": \"session\"}\r\n}\r\n"),
    Part(
      name: "agents.d/main.json5", modern: "{ id: 'main' }",
      old: "\u{FEFF}{ id: 'main', sandbox: { perSession: true } }",
      fixed: "\u{FEFF}{ id: 'main', sandbox: { scope: 'session' } }"),
    Part(
      name: "channels.json5", modern: "{ slack: {}, telegram: { $include: \"./telegram.json\" } }",
      old: "{ slack: { streamMode: 'replace' }, telegram: { $include: \"./telegram.json\" } }",
      fixed: nil),
    Part(
      name: "telegram.json", modern: "{\"enabled\":true}",
      old: "{\n  \"enabled\": true,\n  \"requireMention\": true\n}\n",
      fixed:
        "{\n  \"enabled\": true,\n  \"groups\": {\n    \"*\": {\n      \"requireMention\": true\n    }\n  }\n}\n"
    ),
    Part(
      name: "a.json5", modern: "{}", old: "{ tts: { edge: { voice: 'x' } } }",
      fixed: "{ tts: { providers: { microsoft: { voice: 'x' } } } }"),
    Part(
      name: "b.json5", modern: "{}", old: "{ tts: { edge: { voice: 'x' } } }",
      fixed: "{ tts: { providers: { microsoft: { voice: 'x' } } } }"),
    Part(
      name: "tools.json5", modern: "{}", old: "{ bash: { timeoutSec: 5 } }",
      fixed: "{ exec: { timeoutSec: 5 } }"),
    Part(name: "mappings.json5", modern: "[]", old: "[ {} ]", fixed: "[ {} ]"),
  ]

  private func split(_ old: Part?) throws -> SplitConfig {
    var files = ["openclaw.json": Self.root]
    for part in Self.parts { files[part.name] = part.name == old?.name ? part.old : part.modern }
    return try SplitConfig(files)
  }

  @Test("FM-08: an edit goes to the file that has the key, and to no other", arguments: parts)
  func owner(_ part: Part) throws {
    let config = try split(part)
    let before = try config.texts()
    let report = config.fix()
    #expect(report.config.includes.map(config.name).sorted() == Self.parts.map(\.name).sorted())
    var after = try config.texts()
    if let fixed = part.fixed {
      #expect(after[part.name] == fixed)
    } else {
      #expect(after[part.name] != part.old)
    }
    let isChanged = part.fixed != part.old
    #expect(report.writtenFiles.map(config.name) == (isChanged ? [part.name] : []))
    after[part.name] = before[part.name]
    #expect(after == before)
    guard isChanged else { return }
    for change in report.changes { #expect(change.place.map { config.name($0.file) } == part.name) }
    #expect(!config.fix().isWritten)
    _ = config.undo()
    #expect(try config.texts() == before)
  }

  @Test("FM-42: root, nested and array item in one plan, and one undo for all")
  func together() throws {
    let config = try SplitConfig([
      "openclaw.json": """
      {
        telegram: { $include: "./telegram.json5" },
        tools: { bash: { timeoutSec: 5 } },
        agents: { list: [{ $include: "agents.d/main.json5" }] },
        models: { $include: "./models.json5" },
      }
      """,
      "telegram.json5": "{\n  // who\n  requireMention: true,\n}\n",
      "agents.d/main.json5": "{ id: 'main', sandbox: { perSession: true } }\n",
      "models.json5": "{ providers: {} }\n",
    ])
    let before = try config.texts()
    let report = config.fix()
    #expect(
      report.writtenFiles.map(config.name) == [
        "openclaw.json", "telegram.json5", "agents.d/main.json5",
      ])
    #expect(
      try config.read("openclaw.json") == """
        {
          channels: {
            telegram: { $include: "./telegram.json5" },
          },
          tools: { exec: { timeoutSec: 5 } },
          agents: { list: [{ $include: "agents.d/main.json5" }] },
          models: { $include: "./models.json5" },
        }
        """)
    let telegram = try config.read("telegram.json5")
    #expect(
      telegram
        == "{\n  groups: {\n    \"*\": {\n      // who\n      requireMention: true,\n    },\n  },\n}\n"
    )
    #expect(try config.read("models.json5") == before["models.json5"])
    #expect(
      report.findings.filter(\.isFixed).map { "\($0.checkID) \(config.spot($0) ?? "")" } == [
        "providers-to-channels openclaw.json:2:3", "tools-bash openclaw.json:3:12",
        "telegram-require-mention telegram.json5:3:3",
        "sandbox-per-session agents.d/main.json5:1:26",
      ])
    let undone = config.undo()
    #expect(undone.status == .clean)
    #expect(try config.texts() == before)
    _ = config.undo()
    #expect(try config.read("openclaw.json") != before["openclaw.json"])
  }

  @Test("a whole file that only moves keeps its bytes: the include moves")
  func moved() throws {
    let text = "{\n\t  botToken: 'demo-not-a-secret-t', // odd\n}"
    let config = try SplitConfig([
      "openclaw.json": "{ telegram: { $include: './t.json5' } }", "t.json5": text,
    ])
    #expect(config.fix().writtenFiles.map(config.name) == ["openclaw.json"])
    #expect(
      try config.read("openclaw.json") == "{ channels: { telegram: { $include: './t.json5' } } }")
    #expect(try config.read("t.json5") == text)
  }

  @Test(
    "FM-08 R2: what would go from one file into another stays, and both are named",
    arguments: [
      (
        [
          "openclaw.json": "{ telegram: { enabled: true }, channels: { $include: 'c.json5' } }",
          "c.json5": "{}",
        ],
        "providers-to-channels is not applied: it would carry `telegram` from openclaw.json into c.json5"
      ),
      (
        [
          "openclaw.json":
            "{ gateway: { $include: 'g.json5' }, tools: {} , telegram: { $include: 't.json5' }, channels: { telegram: { enabled: true } } }",
          "g.json5": "{ mode: 'local' }", "t.json5": "{ botToken: 'demo-not-a-secret-t' }",
        ],
        "providers-to-channels is not applied: it would carry `telegram.botToken` from t.json5 into openclaw.json"
      ),
    ])
  func crossing(_ files: [String: String], _ expected: String) throws {
    let config = try SplitConfig(files)
    let report = config.fix()
    #expect(try config.texts() == files)
    #expect(!report.isWritten)
    let messages = report.findings.map {
      $0.message.replacing(config.place.folder.path + "/", with: "")
    }
    #expect(messages.contains(expected), "\(messages)")
  }

  @Test("--output cannot hold what belongs to included files, and takes what is the config's own")
  func output() throws {
    let config = try split(Self.parts[0])
    let target = config.place.folder.appending(path: "out.json").path
    let refused = config.fix { $0.output = target }
    #expect(refused.status == .refused)
    #expect(refused.findings.first?.checkID == "store.several-files")
    #expect(try !config.place.files().contains("out.json"))
    try config.write(
      "{ tools: { bash: {} }, browser: { $include: 'browser.json5' } }", to: "openclaw.json")
    try config.write("{}", to: "browser.json5")
    #expect(config.fix { $0.output = target }.isWritten)
    #expect(
      try config.read("out.json")
        == "{ tools: { exec: {} }, browser: { $include: 'browser.json5' } }")
  }

  @Test("a diagnosis and a dry run write nothing; the difference names each file")
  func dryRun() throws {
    let config = try split(Self.parts[0])
    let before = try config.place.files()
    let report = config.fix {
      $0.isDryRun = true
      $0.wantsDiff = true
    }
    _ = config.diagnose()
    #expect(try config.place.files() == before)
    let heads = (report.diff ?? []).filter { $0.hasPrefix("--- ") }
    #expect(heads.map { config.name(String($0.dropFirst(4))) } == ["browser.json5"])
  }
}
