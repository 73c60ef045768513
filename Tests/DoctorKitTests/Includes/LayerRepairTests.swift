import DoctorKit
import Foundation
import Testing

/// Repairs of what OpenClaw merges: files of a list, and files beside whose include an object has
/// keys of its own.
@Suite struct LayerRepairTests {
  /// A config, what becomes of it, and what is said of what stays.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    var before: [String: String]
    /// The files that change.
    var after: [String: String] = [:]
    /// What is said besides of what was done.
    var said: [String] = []
    var release = "2026.4.22"
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "each file of a list gets its own changes",
      before: [
        "openclaw.json": "{ tools: { $include: ['a.json5', 'b.json5', 'c.json5'] } }",
        "a.json5": "// a\n{ bash: { timeoutSec: 1 } }\n",
        "b.json5": "{ deny: ['x'] }", "c.json5": "{\r\n  \"bash\": { \"host\": \"node\" }\r\n}\r\n",
      ],
      after: [
        "a.json5": "// a\n{ exec: { timeoutSec: 1 } }\n",
        "c.json5": "{\r\n  \"exec\": { \"host\": \"node\" }\r\n}\r\n",
      ]),
    Case(
      name: "keys beside an include are changed where they stand",
      before: [
        "openclaw.json": "{ tools: { $include: 'a.json5', bash: { timeoutSec: 2 } } } // t",
        "a.json5": "{ bash: { timeoutSec: 1 } }",
      ],
      after: [
        "openclaw.json": "{ tools: { $include: 'a.json5', exec: { timeoutSec: 2 } } } // t",
        "a.json5": "{ exec: { timeoutSec: 1 } }",
      ]),
    Case(
      name: "a key whose successor another file of the list has stays",
      before: [
        "openclaw.json": "{ browser: { ssrfPolicy: { $include: ['a.json5', 'b.json5'] } } }",
        "a.json5": "{ dangerouslyAllowPrivateNetwork: false }",
        "b.json5": "{ allowPrivateNetwork: true }",
      ],
      said: [
        "`browser.ssrfPolicy.allowPrivateNetwork` is left as it is: it would become `browser.ssrfPolicy.dangerouslyAllowPrivateNetwork`, which a.json5 has too (b.json5:1:3)"
      ]),
    Case(
      name: "a key beside an include whose successor the file has stays",
      before: [
        "openclaw.json":
          "{ browser: { ssrfPolicy: { $include: 'a.json5', allowPrivateNetwork: true } } }",
        "a.json5": "{ dangerouslyAllowPrivateNetwork: false }",
      ],
      said: [
        "`browser.ssrfPolicy.allowPrivateNetwork` is left as it is: it would become `browser.ssrfPolicy.dangerouslyAllowPrivateNetwork`, which a.json5 has too (openclaw.json:1:49)"
      ]),
    Case(
      name: "a key in a file whose successor stands beside the include stays",
      before: [
        "openclaw.json":
          "{ browser: { ssrfPolicy: { $include: 'a.json5', dangerouslyAllowPrivateNetwork: false } } }",
        "a.json5": "{ allowPrivateNetwork: true }",
      ],
      said: [
        "`browser.ssrfPolicy.allowPrivateNetwork` is left as it is: it would become `browser.ssrfPolicy.dangerouslyAllowPrivateNetwork`, which openclaw.json has too (a.json5:1:3)"
      ]),
    Case(
      name: "a section moves with its list, and what is in its files follows",
      before: [
        "openclaw.json": "{ telegram: { $include: ['a.json5', 'b.json5'] } }",
        "a.json5": "{ requireMention: true }", "b.json5": "{ enabled: true }",
      ],
      after: [
        "openclaw.json": "{ channels: { telegram: { $include: ['a.json5', 'b.json5'] } } }",
        "a.json5": "{ groups: { \"*\": { requireMention: true } } }",
      ]),
    Case(
      name: "the config is a list of files, one with an include of its own",
      before: [
        "openclaw.json": "{ $include: ['a.json5', 'b.json5'] }",
        "a.json5": "{ tools: { $include: 'tools.json5' } }",
        "tools.json5": "{ bash: {} }", "b.json5": "{ tools: { deny: ['x'] } }",
      ],
      after: ["tools.json5": "{ exec: {} }"]),
    Case(
      name: "an include beside an include",
      before: [
        "openclaw.json": "{ $include: 'a.json5', tools: { $include: 'tools.json5' } }",
        "a.json5": "{ tools: { deny: ['x'] } }", "tools.json5": "{ bash: {} }",
      ],
      after: ["tools.json5": "{ exec: {} }"]),
    Case(
      name: "a list in an item of an array",
      before: [
        "openclaw.json":
          "{ agents: { list: [{ id: 'one' }, { $include: ['a.json5', 'b.json5'] }] } }",
        "a.json5": "{ id: 'two' }", "b.json5": "{ sandbox: { perSession: true } }",
      ],
      after: ["b.json5": "{ sandbox: { scope: \"session\" } }"]),
    Case(
      name: "what a migration needs is spread over two files",
      before: [
        "openclaw.json": "{ tools: { $include: ['a.json5', 'b.json5'] } }",
        "a.json5": "{ allow: ['a'] }", "b.json5": "{ alsoAllow: ['b'] }",
      ],
      said: [
        "tools-allow-also-allow is not applied to `tools.alsoAllow`: what it needs is spread over a.json5 and b.json5"
      ]),
    Case(
      name: "one file at two places that ask for the same",
      before: [
        "openclaw.json":
          "{ agents: { list: [{ id: 'a', sandbox: { $include: 's.json5' } }, { id: 'b', sandbox: { $include: './s.json5' } }] } }",
        "s.json5": "{ perSession: true }",
      ],
      after: ["s.json5": "{ scope: \"session\" }"]),
    Case(
      name: "one file at two places of which one asks for nothing",
      before: [
        "openclaw.json":
          "{ agents: { list: [{ $include: 'a.json5' }, { id: 'x', x: { $include: './a.json5' } }] } }",
        "a.json5": "{ id: 'a', sandbox: { perSession: true } }",
      ],
      said: [
        "a.json5 is left as it is: it is included at `agents.list[0]` and at `agents.list[1].x` (a.json5:1:23)"
      ]),
    Case(
      name: "what would leave the place of its file stays",
      before: [
        "openclaw.json":
          "{ agent: { $include: ['a.json5', 'b.json5'] }, agents: { defaults: {} } }",
        "a.json5": "{ workspace: '~/a' }", "b.json5": "{ }",
      ],
      said: [
        "agent-to-agents-defaults is not applied: it would remove or replace `agent.$include`, which includes another file, from openclaw.json (openclaw.json:1:3)"
      ]),
  ]

  @Test("FM-42 R2: what is merged is changed in the file that has it, or stays", arguments: cases)
  func merged(_ test: Case) throws {
    let config = try SplitConfig(test.before)
    let report = config.fix(test.release)
    #expect(try config.texts() == test.before.merging(test.after) { $1 })
    #expect(report.writtenFiles.map(config.name).sorted() == test.after.keys.sorted())
    let folder = config.place.folder.path + "/"
    let said = report.findings.filter { !$0.isFixed && !$0.checkID.hasPrefix("schema.") }.map {
      $0.message.replacing(folder, with: "") + (config.spot($0).map { " (\($0))" } ?? "")
    }
    #expect(said == test.said)
    for change in report.changes {
      let file = change.place.map { config.name($0.file) }
      #expect(file.map { test.after[$0] != nil } == true, "\(change)")
    }
    #expect(!config.fix(test.release).isWritten)
    guard !test.after.isEmpty else { return }
    _ = config.undo()
    #expect(try config.texts() == test.before)
  }

  @Test("a diagnosis says what is wrong in each of the files, and misses nothing in them")
  func schema() throws {
    let config = try SplitConfig([
      "openclaw.json": "{ gateway: { $include: ['a.json5', 'b.json5'] } }",
      "a.json5": "{\n  auth: { mode: 'token' },\n  port: 'x',\n}",
      "b.json5": "{ bind: 'nowhere',\n  colour: 1,\n  mode: 'local', mode: 'remote' }",
    ])
    let report = config.diagnose()
    let found = report.findings.compactMap { finding in
      config.spot(finding).map { "\(finding.checkID) \($0)" }
    }
    #expect(
      found.sorted() == [
        "duplicate-key b.json5:3:18", "schema.unknown-key b.json5:2:3",
        "schema.value-not-allowed b.json5:1:9", "schema.wrong-type a.json5:3:9",
      ])
  }

  static let root = """
    {
      browser: { $include: "./browser.json5" },
      agents: {
        defaults: { $include: "defaults.json5" },
        list: [{ $include: ["./base.json5", "./main.json5"] }, { id: "two" }],
      },
      channels: { $include: "channels.json5" },
      messages: { $include: ["m1.json5", "m2.json5"] },
      tools: { $include: "./tools.json5", bash: { timeoutSec: 3 } },
    }

    """

  static let nine = [
    "browser.json5": "{ ssrfPolicy: { allowPrivateNetwork: true } }",
    "defaults.json5": "{ sandbox: { perSession: true } }",
    "base.json5": "{ id: 'main' }",
    "main.json5": "{ sandbox: { perSession: false } }",
    "channels.json5": "{ slack: {}, telegram: { $include: \"./telegram.json5\" } }",
    "telegram.json5": "{ requireMention: true }",
    "m1.json5": "{ tts: { edge: { voice: 'x' } } }",
    "m2.json5": "{ tts: { edge: { rate: '+1%' } } }",
    "tools.json5": "{ bash: { timeoutSec: 5 } }",
  ]

  @Test("FM-08, FM-42: nine includes of all forms, old keys in each, one write and one undo")
  func everyForm() throws {
    let before = Self.nine.merging(["openclaw.json": Self.root]) { $1 }
    let config = try SplitConfig(before)
    let report = config.fix()
    let expected = [
      "openclaw.json": Self.root.replacing("bash: {", with: "exec: {"),
      "browser.json5": "{ ssrfPolicy: { dangerouslyAllowPrivateNetwork: true } }",
      "defaults.json5": "{ sandbox: { scope: \"session\" } }",
      "main.json5": "{ sandbox: { scope: \"shared\" } }",
      "telegram.json5": "{ groups: { \"*\": { requireMention: true } } }",
      "m1.json5": "{ tts: { providers: { microsoft: { voice: 'x' } } } }",
      "m2.json5": "{ tts: { providers: { microsoft: { rate: '+1%' } } } }",
      "tools.json5": "{ exec: { timeoutSec: 5 } }",
    ]
    #expect(try config.texts() == before.merging(expected) { $1 })
    #expect(report.writtenFiles.map(config.name).sorted() == expected.keys.sorted())
    #expect(!config.fix().isWritten)
    #expect(config.undo().status == .clean)
    #expect(try config.texts() == before)
  }

  @Test(
    "FM-08: an old key in one of nine includes changes that file alone",
    arguments: nine.keys.sorted())
  func oneOfNine(_ name: String) throws {
    var before = Self.nine.mapValues { _ in "{}" }
    before["openclaw.json"] = Self.root.replacing(", bash: { timeoutSec: 3 }", with: ", deny: []")
    before["channels.json5"] = Self.nine["channels.json5"]
    before["base.json5"] = Self.nine["base.json5"]
    before[name] = Self.nine[name]
    let config = try SplitConfig(before)
    let report = config.fix()
    let isOld = name != "channels.json5" && name != "base.json5"
    #expect(report.writtenFiles.map(config.name) == (isOld ? [name] : []))
    var after = try config.texts()
    #expect((after[name] != before[name]) == isOld)
    after[name] = before[name]
    #expect(after == before)
  }
}
