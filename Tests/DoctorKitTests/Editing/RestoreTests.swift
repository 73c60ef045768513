import DoctorKit
import Foundation
import Testing

/// `--fix --restore-from`: masks that were saved become what a backup has, and nothing else (FM-03).
@Suite struct RestoreTests {
  static let good = """
    {
      gateway: { port: 0x10, auth: { token: 'demo-not-a-secret-gateway-0123456789' } }, // mine
      agents: { defaults: { memorySearch: { remote: { apiKey: 'demo-not-a-secret-ms' } } }, list: [
        { id: 'a', memorySearch: { remote: { apiKey: 'demo-not-a-secret-a' } } },
        { id: 'b', memorySearch: { remote: { apiKey: 'demo-not-a-secret-b' } } },
      ] },
      models: { providers: { x: { baseUrl: 'https://u:demo-not-a-secret-u@x.example', models: [
        { id: 'm', name: 'M', maxTokens: 4096 } ] } } },
      tools: { exec: { pathPrepend: ['demo-one', 'demo-two'] } },
    }

    """
  private static let mask = "'__OPENCLAW_REDACTED__'"

  /// Sentinels in a token, a number, an item and a part of a text.
  static let damaged =
    good
    .replacing("'demo-not-a-secret-gateway-0123456789'", with: mask)
    .replacing("4096", with: mask)
    .replacing("'demo-not-a-secret-a'", with: "'‹api-key 1›'")
    .replacing("'demo-not-a-secret-b'", with: mask)
    .replacing("demo-not-a-secret-u", with: "__OPENCLAW_REDACTED__")
    .replacing("// mine", with: "// changed since")
    .replacing("0x10", with: "17")

  @Test("Exactly the masks come back, with the kinds and spellings that they had")
  func restore() throws {
    let place = try Workplace(Self.damaged)
    let report = place.restore(from: Self.good)
    #expect(report.isWritten, "\(report.findings)")
    #expect(
      try place.read()
        == Self.good.replacing("// mine", with: "// changed since").replacing("0x10", with: "17"))
    #expect(report.changes.count == 5)
    #expect(report.changes.map(\.message).contains("put back the value of `gateway.auth.token`"))
    #expect(!"\(report)".contains("demo-not-a-secret"))
    #expect(place.doctor().undo(to: nil, isForced: false, place.request()).status == .clean)
    #expect(try place.read() == Self.damaged)
  }

  @Test("Items are known by their id in another order, and a migration beside is not done")
  func identity() throws {
    let place = try Workplace(Self.damaged.replacing("tools: { exec:", with: "tools: { bash:"))
    let lines = Self.good.split(separator: "\n", omittingEmptySubsequences: false)
    var other = lines
    other.swapAt(3, 4)
    place.restore(from: other.joined(separator: "\n"))
    let after = try place.read()
    #expect(
      after.contains("{ id: 'a', memorySearch: { remote: { apiKey: 'demo-not-a-secret-a' } } }"))
    #expect(
      after.contains("{ id: 'b', memorySearch: { remote: { apiKey: 'demo-not-a-secret-b' } } }"))
    #expect(after.contains("tools: { bash:"))
  }

  @Test(
    "A backup in an older shape, or of an older config, is followed along the migrations",
    arguments: [
      (
        "{ channels: { telegram: { botToken: MASK } } }",
        "{ telegram: { botToken: 'demo-not-a-secret-t' } }"
      ),
      (
        "{ telegram: { botToken: MASK } }",
        "{ channels: { telegram: { botToken: 'demo-not-a-secret-t' } } }"
      ),
    ])
  func shapes(_ text: String, _ backup: String) throws {
    let place = try Workplace(text.replacing("MASK", with: Self.mask))
    let report = place.restore(from: backup)
    #expect(report.isWritten, "\(report.findings)")
    #expect(try place.read() == text.replacing("MASK", with: "'demo-not-a-secret-t'"))
  }

  @Test("What the backup does not have stays a mask and is named")
  func missing() throws {
    let text =
      "{\n  gateway: { auth: { token: \(Self.mask) } },\n  hooks: { token: \(Self.mask), mappings: [{ sessionKey: \(Self.mask) }] },\n}\n"
    let place = try Workplace(text)
    let report = place.restore(
      from:
        "{ gateway: { auth: { token: 'demo-not-a-secret-0123456789-abcdef' } }, hooks: { token: '‹token 3›', mappings: [{ sessionKey: 'demo-1' }, { sessionKey: 'demo-2' }] } }"
    )
    #expect(report.status == .findings && report.isWritten)
    #expect(
      report.findings.filter { $0.checkID == "not-in-backup" }.map(\.path) == [
        "hooks.token", "hooks.mappings[0].sessionKey",
      ])
    #expect(report.findings.first { $0.checkID == "not-in-backup" }?.place?.line == 3)
    let first = try #require(text.firstRange(of: Self.mask))
    #expect(
      try place.read()
        == text.replacingCharacters(in: first, with: "'demo-not-a-secret-0123456789-abcdef'"))
  }

  @Test("A list of hidden texts is not put back by position")
  func list() throws {
    let place = try Workplace("{ tools: { exec: { pathPrepend: [\(Self.mask), \(Self.mask)] } } }")
    let report = place.restore(from: "{ tools: { exec: { pathPrepend: ['demo-a', 'demo-b'] } } }")
    #expect(!report.isWritten && report.status == .findings)
    #expect(report.findings.count { $0.checkID == "not-in-backup" } == 2)
  }

  @Test("A backup that cannot be read stops the run, with its own place")
  func unreadable() throws {
    let place = try Workplace(Self.damaged)
    let report = place.restore(from: "{\n  a: }")
    #expect(report.status == .unreadable)
    #expect(report.findings.first?.place?.file == "backup.json5")
    #expect(report.findings.first?.place?.line == 2)
    #expect(try place.read() == Self.damaged)
  }

  @Test("Without masks nothing is done")
  func nothing() throws {
    let place = try Workplace(Self.good)
    let report = place.restore(from: "{ gateway: { port: 1 } }")
    #expect(report.status == .clean && !report.isWritten)
    #expect(report.notes.contains { $0.contains("no mask stands in the config") })
    #expect(try place.files() == ["openclaw.json"])
  }

  @Test("Each value goes back into the file that has its mask")
  func includes() throws {
    let config = try SplitConfig([
      "openclaw.json": "{ channels: { $include: './c.json5' } }",
      "c.json5": "{ telegram: { botToken: \(Self.mask) } } // c\n",
    ])
    let report = config.place.restore(
      from: "{ channels: { telegram: { botToken: 'demo-not-a-secret-t' } } }")
    #expect(report.writtenFiles.map(config.name) == ["c.json5"])
    #expect(
      try config.read("c.json5") == "{ telegram: { botToken: 'demo-not-a-secret-t' } } // c\n")
  }

  @Test("A filter that gets everything back gives it out, else nothing")
  func filter() throws {
    let place = try Workplace()
    let text = "{ hooks: { token: \(Self.mask) } }"
    func run(_ backup: String) -> FixOutcome {
      place.doctor().edit(
        EditRequest(.restore(bytes: Array(backup.utf8), name: "b")),
        place.request { $0.source = .bytes(Array(text.utf8)) })
    }
    let good = run("{ hooks: { token: 'demo-not-a-secret-h' } }")
    #expect(
      good.filtered.map { String(decoding: $0, as: UTF8.self) }
        == "{ hooks: { token: 'demo-not-a-secret-h' } }")
    let bad = run("{}")
    #expect(bad.filtered == nil && bad.report.status == .refused)
  }
}
