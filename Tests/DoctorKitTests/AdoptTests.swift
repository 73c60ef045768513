import DoctorKit
import Foundation
import Testing

/// FM-39: a config under a former name is found, reported, and copied when asked for.
@Suite struct AdoptTests {
  static let old = "{ gateway: { mode: 'remote' }, tools: { bash: {} } } // mine\n"
  static let new = old.replacing("bash", with: "exec")

  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let present: [String]
    /// Where it goes; nil when nothing is copied.
    let target: String?
    var testDescription: String { name }
  }

  static let rows = [
    Row(
      name: "former file name", present: [".openclaw/moltbot.json"],
      target: ".openclaw/openclaw.json"),
    Row(
      name: "a folder that is still looked at keeps its place",
      present: [".clawdbot/clawdbot.json"], target: ".clawdbot/openclaw.json"),
    Row(
      name: "a folder that is not", present: [".moltbot/moltbot.json", ".moltbot/.env"],
      target: ".openclaw/openclaw.json"),
  ]

  private func home(_ names: [String]) throws -> Workplace {
    let place = try Workplace()
    for name in names {
      let url = place.folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      try place.write(name.hasSuffix(".env") ? "A=1\n" : Self.old, to: name)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url.path)
    }
    return place
  }

  @Test("It is copied, repaired, and the old file stays byte for byte", arguments: rows)
  func adopted(_ row: Row) throws {
    let place = try home(row.present)
    var request = DoctorRequest()
    let found = place.doctor().diagnose(request).findings.first { $0.checkID == "legacy-location" }
    #expect(found?.fixHint?.contains("--fix --adopt") == true)
    request.adopts = true
    let report = place.doctor().fix(request).report
    #expect(report.isWritten && report.status == .clean, "\(report.findings)")
    #expect(try row.target.map { try place.read($0) } == Self.new)
    #expect(try row.target.map { try place.mode($0) } == 0o600)
    #expect(try place.read(row.present[0]) == Self.old)
    if row.present.count > 1 { #expect(try place.read(".openclaw/.env") == "A=1\n") }
    #expect(!place.doctor().fix(request).report.isWritten)
  }

  @Test("A config that has its name is not copied")
  func nothingToAdopt() throws {
    let place = try home([".openclaw/openclaw.json", ".openclaw/moltbot.json"])
    var request = DoctorRequest()
    request.adopts = true
    _ = place.doctor().fix(request)
    #expect(try place.read(".openclaw/openclaw.json") == Self.new)
    #expect(try place.read(".openclaw/moltbot.json") == Self.old)
  }

  @Test("Variables of former names are told where the release does not read them")
  func variables() throws {
    let place = try home([".openclaw/openclaw.json"])
    let variables = ["CLAWDBOT_GATEWAY_TOKEN": "demo-not-a-secret-0123456789-abc"]
    func found(_ release: String) -> Report.Finding? {
      var request = DoctorRequest()
      request.release = release
      return place.doctor(variables).diagnose(request).findings
        .first { $0.checkID == "former-variables" }
    }
    #expect(found("2026.3.22")?.message.hasSuffix("CLAWDBOT_GATEWAY_TOKEN") == true)
    #expect(found("2026.3.13") == nil)
  }
}
