import DoctorKit
import Foundation
import Testing

/// The failure modes of config tools that people reported, each as a test of a whole run.
@Suite struct FailureModeTests {
  static let legacy = """
    // head
    {
      "gateway": { "port": 19001, "bind": "0.0.0.0" }, // mine
      "tools": { "bash": { "timeoutSec": 9 } },
    }

    """
  @Test("FM-01: unknown keys keep their bytes, at the root, nested and in a plugin")
  func unknownKeys() throws {
    let kept = [
      "  notOurs: { deep: [1, 0x2, 'three'] }, // keep", "    mystery: 'yes', // me too",
      "    p: { config: { own: true } }, // and me",
    ]
    let place = try Workplace(
      "{\n\(kept[0])\n  tools: {\n\(kept[1])\n    bash: {} },\n  plugins: { entries: {\n\(kept[2])\n  } },\n}\n"
    )
    let outcome = place.doctor().fix(place.request())
    #expect(outcome.report.isWritten)
    let after = try place.read().split(separator: "\n").map(String.init)
    for line in kept { #expect(after.contains(line)) }
  }

  @Test("FM-02: the file that is there is the base, whatever lies beside it")
  func noSnapshotIsTaken() throws {
    let place = try Workplace("{ gateway: { port: 19001 }, tools: { bash: {} } }")
    let beside = ["openclaw.json.last-good", "openclaw.json.bak", "openclaw.json.clobbered.1"]
    for name in beside { try place.write("{ gateway: { port: 1 } }", to: name) }
    let outcome = place.doctor().fix(place.request())
    #expect(outcome.report.status == .clean)
    #expect(try place.read() == "{ gateway: { port: 19001 }, tools: { exec: {} } }")
    for name in beside { #expect(try place.read(name) == "{ gateway: { port: 1 } }") }
  }

  @Test("FM-03: a label on disk is an error with its place, and holds no migration back")
  func sentinelOnDisk() throws {
    let place = try Workplace(
      "{\n  gateway: { auth: { token: '__OPENCLAW_REDACTED__' } },\n  tools: { bash: {} },\n}")
    let report = place.doctor().fix(place.request()).report
    #expect(report.status == .findings)
    #expect(report.isWritten)
    let found = try #require(report.findings.first { $0.checkID == "masked-value" })
    #expect(found.severity == .error)
    #expect(found.path == "gateway.auth.token")
    #expect(found.place?.line == 2)
    #expect(found.place?.column == 22)
  }

  @Test("FM-03: a redacted view that is fed back is refused")
  func redactedInput() throws {
    var request = DoctorRequest()
    request.source = .bytes(
      Array("{ tools: { bash: {} }, channels: { a: { token: '‹token 1›' } } }".utf8))
    let outcome = try Workplace().doctor().fix(request)
    #expect(outcome.filtered == nil)
    #expect(outcome.report.status == .refused)
  }

  @Test("FM-04: references keep their text and no value of a variable gets out")
  func references() throws {
    let canary = "canary-value-0123456789"
    let place = try Workplace(
      "{ telegram: { botToken: '${TG}', name: '$${TG} and ${TG}' }, tools: { bash: { x: '${TG}' } } }"
    )
    let outcome = place.doctor(["TG": canary]).fix(place.request { $0.wantsDiff = true })
    #expect(
      try place.read()
        == "{ channels: { telegram: { botToken: '${TG}', name: '$${TG} and ${TG}' } }, tools: { exec: { x: '${TG}' } } }"
    )
    #expect(!"\(outcome)".contains(canary))
    for name in try place.files() where !name.hasSuffix("backups") {
      if let text = try? place.read(name) { #expect(!text.contains(canary)) }
    }
  }

  @Test("FM-07, FM-52: a dry run says everything and writes nothing")
  func dryRun() throws {
    let place = try Workplace(Self.legacy)
    let report = place.doctor().fix(
      place.request {
        $0.isDryRun = true
        $0.wantsDiff = true
      }
    ).report
    #expect(!report.isWritten)
    #expect(report.status == .findings)
    #expect(report.fixedCount == 0)
    #expect(report.diff?.isEmpty == false)
    #expect(try place.read() == Self.legacy)
    #expect(try place.files() == ["openclaw.json"])
  }

  @Test("Law 2: nothing to do means nothing is touched")
  func identity() throws {
    let place = try Workplace("{ gateway: { port: 1 } }\n")
    let before = try FileManager.default.attributesOfItem(atPath: place.config.path)
    let report = place.doctor().fix(place.request()).report
    #expect(report.status == .clean)
    #expect(!report.isWritten)
    #expect(try place.files() == ["openclaw.json"])
    let after = try FileManager.default.attributesOfItem(atPath: place.config.path)
    #expect(before[.modificationDate] as? Date == after[.modificationDate] as? Date)
    #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
  }

  @Test("FM-12: what could not be written is not called done")
  func refusedWrite() throws {
    let place = try Workplace(Self.legacy)
    let report = place.doctor(["OPENCLAW_NIX_MODE": "1"]).fix(place.request()).report
    #expect(report.status == .refused)
    #expect(!report.isWritten)
    #expect(report.fixedCount == 0)
    #expect(!report.changes.isEmpty)
    #expect(try place.read() == Self.legacy)
  }

  @Test(
    "FM-47: a managed config is diagnosed without writing and not repaired",
    arguments: [["OPENCLAW_NIX_MODE": "1"], ["OPENCLAW_CONFIG_READONLY": "true"]])
  func managed(_ variables: [String: String]) throws {
    let place = try Workplace(Self.legacy)
    #expect(place.doctor(variables).diagnose(place.request()).status == .findings)
    #expect(place.doctor(variables).fix(place.request()).report.status == .refused)
    #expect(try place.files() == ["openclaw.json"])
  }

  @Test(
    "FM-31: a syntax error is never followed by a write",
    arguments: [
      "", "{", "{ a: 1 b: 2 }", "{ a: 1 }{ b: 2 }", "not a config", "{ 'a: 1 }", "{ a: [1, 2 }",
      "\u{0}\u{0}", "// only a comment", "<html></html>", "a: 1\nb: 2\n",
    ])
  func unparsable(_ text: String) throws {
    let place = try Workplace(text)
    let report = place.doctor().fix(place.request()).report
    #expect(report.status == .unreadable)
    #expect(report.findings.allSatisfy { $0.place != nil && $0.fixHint != nil })
    #expect(try place.read() == text)
    #expect(try place.files() == ["openclaw.json"])
  }

  @Test("FM-35: backups of the user are never touched")
  func foreignBackups() throws {
    let place = try Workplace()
    let names = [
      "openclaw.json.bak-manual", "openclaw.json.bak.before-x", "openclaw.json.bak.1772352289",
    ]
    for name in names { try place.write("{ mine: true }", to: name) }
    for run in 0..<20 {
      try place.write("{ tools: { bash: { timeoutSec: \(run) } } }", to: "openclaw.json")
      #expect(place.doctor(now: 1_795_000_000 + Int64(run)).fix(place.request()).report.isWritten)
    }
    for name in names { #expect(try place.read(name) == "{ mine: true }") }
  }

  @Test("FM-36: runs that change nothing make no backup, and the first one stays")
  func backupsAreBounded() throws {
    let place = try Workplace(Self.legacy)
    for _ in 0..<30 { _ = place.doctor().fix(place.request()) }
    let backups = try place.doctor().backups(place.request()).get()
    #expect(backups.map(\.id) == [1])
    _ = place.doctor().undo(to: 1, isForced: false, place.request())
    #expect(try place.read() == Self.legacy)
  }

  @Test("FM-10: a backup and its folder are private, and undo gives the exact bytes")
  func undo() throws {
    let place = try Workplace(Self.legacy)
    let report = place.doctor().fix(place.request()).report
    #expect(report.isWritten)
    let backup = try #require(report.backup)
    #expect(try String(contentsOfFile: backup, encoding: .utf8) == Self.legacy)
    for name in try place.files() where name.hasPrefix(".clawdoctor") {
      #expect(try place.mode(name) & 0o077 == 0, "\(name)")
    }
    let fixed = try place.read()
    #expect(place.doctor().undo(to: nil, isForced: false, place.request()).status == .clean)
    #expect(try place.read() == Self.legacy)
    #expect(place.doctor().undo(to: nil, isForced: false, place.request()).status == .clean)
    #expect(try place.read() == fixed)
  }

  @Test(
    "FM-50: a byte order mark and CRLF are kept",
    arguments: [("\u{FEFF}", "\n"), ("", "\r\n"), ("\u{FEFF}", "\r\n"), ("", "\n")])
  func windowsText(_ mark: String, _ newline: String) throws {
    let text =
      mark + ["{", "  \"tools\": {", "    \"bash\": {}", "  }", "}", ""].joined(separator: newline)
    let place = try Workplace(text)
    #expect(place.doctor().fix(place.request()).report.isWritten)
    #expect(try place.read() == text.replacingOccurrences(of: "bash", with: "exec"))
  }

  @Test("FM-54: strict JSON stays strict JSON")
  func strictJSON() throws {
    let place = try Workplace(
      #"{"telegram":{"botToken":"${T}"},"gateway":{"bind":"0.0.0.0"},"memorySearch":{"enabled":true}}"#
    )
    #expect(place.doctor().fix(place.request()).report.isWritten)
    #expect(throws: Never.self) {
      try JSONSerialization.jsonObject(with: Data(try place.read().utf8))
    }
  }

  @Test("FM-58: a linked config is written through to its target, and the link stays")
  func link() throws {
    let place = try Workplace()
    try place.write(Self.legacy, to: "real.json5")
    try FileManager.default.createSymbolicLink(
      atPath: place.config.path, withDestinationPath: "real.json5")
    #expect(place.doctor().fix(place.request()).report.isWritten)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: place.config.path) == "real.json5")
    #expect(try place.read("real.json5") != Self.legacy)
  }

  @Test("A value below a key that stands twice is left, and both places are told")
  func duplicateKey() throws {
    let text = "{\n  tools: { bash: { a: 1 },\n    bash: { b: 2 } },\n}\n"
    let place = try Workplace(text)
    let report = place.doctor().fix(place.request()).report
    #expect(!report.isWritten)
    #expect(try place.read() == text)
    #expect(Set(report.findings.map(\.checkID)) == ["duplicate-key", "tools-bash"])
    #expect(place.doctor().fix(place.request()).report == report)
  }
}
