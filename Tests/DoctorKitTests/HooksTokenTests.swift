import DoctorKit
import Foundation
import Testing

/// FM-23: the token of the webhooks is the gateway's own, in all spellings.
@Suite struct HooksTokenTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let config: String
    var file: String?
    var variables: [String: String] = [:]
    var release = "2026.4.22"
    /// The config after `--fix`; nil for the same bytes.
    var after: String?
    var fileAfter: String?
    var severity: Report.Severity? = .error
    var isFixed = true
    var testDescription: String { name }
  }

  static let same = "demo-not-a-secret-0123456789-abcdefghij"
  static let new = Workplace.token

  static let rows = [
    Row(
      name: "literal and literal, comments stay",
      config:
        "{\n  gateway: { auth: { token: \"\(same)\" } },\n  hooks: { enabled: true, token: '\(same)' /* old */ }, // webhooks\n}",
      after:
        "{\n  gateway: { auth: { token: \"\(same)\" } },\n  hooks: { enabled: true, token: '\(new)' /* old */ }, // webhooks\n}"
    ),
    Row(
      name: "space around",
      config:
        "{ gateway: { auth: { token: '\(same) ' } }, hooks: { enabled: true, token: ' \(same)' } }",
      after:
        "{ gateway: { auth: { token: '\(same) ' } }, hooks: { enabled: true, token: '\(new)' } }"),
    Row(
      name: "literal of the hooks against the .env",
      config:
        "{ gateway: { auth: { token: '${G}' } }, hooks: { enabled: true, token: '\(same)' } }",
      file: "G=\(same)\n",
      after: "{ gateway: { auth: { token: '${G}' } }, hooks: { enabled: true, token: '\(new)' } }"),
    Row(
      name: "variable of the hooks in the .env against a literal",
      config:
        "{ gateway: { auth: { token: '\(same)' } }, hooks: { enabled: true, token: '${H}' } }",
      file: "# a\nH='\(same)'\nX=1\n", fileAfter: "# a\nH='\(new)'\nX=1\n"),
    Row(
      name: "one variable for both",
      config: "{ gateway: { auth: { token: '${G}' } }, hooks: { enabled: true, token: '${G}' } }",
      file: "G=\(same)\n",
      after:
        "{ gateway: { auth: { token: '${G}' } }, hooks: { enabled: true, token: '${OPENCLAW_HOOKS_TOKEN}' } }",
      fileAfter: "G=\(same)\nOPENCLAW_HOOKS_TOKEN=\(new)\n"),
    Row(
      name: "one variable for both, and a run that was cut off has made another",
      config: "{ gateway: { auth: { token: '${G}' } }, hooks: { enabled: true, token: '${G}' } }",
      file: "G=\(same)\nOPENCLAW_HOOKS_TOKEN=\(new)\n",
      after:
        "{ gateway: { auth: { token: '${G}' } }, hooks: { enabled: true, token: '${OPENCLAW_HOOKS_TOKEN}' } }"
    ),
    Row(
      name: "environment against config",
      config: "{ gateway: {}, hooks: { enabled: true, token: '\(same)' } }",
      variables: ["OPENCLAW_GATEWAY_TOKEN": same],
      after: "{ gateway: {}, hooks: { enabled: true, token: '\(new)' } }"),
    Row(
      name: "a variable of the environment is changed where it is set",
      config:
        "{ gateway: { auth: { token: '\(same)' } }, hooks: { enabled: true, token: '${H}' } }",
      variables: ["H": same], isFixed: false),
    Row(
      name: "password, not compared yet",
      config:
        "{ gateway: { auth: { mode: 'password', password: '\(same)' } }, hooks: { enabled: true, token: '\(same)' } }",
      after:
        "{ gateway: { auth: { mode: 'password', password: '\(same)' } }, hooks: { enabled: true, token: '\(new)' } }",
      severity: .warning),
    Row(
      name: "password, compared",
      config:
        "{ gateway: { auth: { mode: 'password', password: '\(same)' } }, hooks: { enabled: true, token: '\(same)' } }",
      release: "2026.6.11",
      after:
        "{ gateway: { auth: { mode: 'password', password: '\(same)' } }, hooks: { enabled: true, token: '\(new)' } }"
    ),
    Row(
      name: "before 2026.2.19 it starts",
      config:
        "{ gateway: { auth: { token: '\(same)' } }, hooks: { enabled: true, token: '\(same)' } }",
      release: "2026.2.17",
      after:
        "{ gateway: { auth: { token: '\(same)' } }, hooks: { enabled: true, token: '\(new)' } }",
      severity: .warning),
    Row(
      name: "a token at its old place collides at its new one",
      config: "{ gateway: { token: '\(same)' }, hooks: { enabled: true, token: '\(same)' } }",
      after:
        "{ gateway: { auth: { mode: 'token', token: '\(same)' } }, hooks: { enabled: true, token: '\(new)' } }"
    ),
    Row(
      name: "the same reference object",
      config:
        "{ gateway: { auth: { token: { source: 'exec', provider: 'p', id: 'i' } } }, hooks: { enabled: true, token: { source: 'exec', provider: 'p', id: 'i' } } }",
      isFixed: false),
    Row(
      name: "a reference object cannot be known",
      config:
        "{ gateway: { auth: { token: { source: 'exec', provider: 'p', id: 'i' } } }, hooks: { enabled: true, token: '\(same)' } }",
      severity: .info, isFixed: false),
    Row(
      name: "hooks that are off",
      config: "{ gateway: { auth: { token: '\(same)' } }, hooks: { token: '\(same)' } }",
      severity: nil, isFixed: false),
    Row(
      name: "two secrets",
      config:
        "{ gateway: { auth: { token: '\(same)' } }, hooks: { enabled: true, token: '\(same)x' } }",
      severity: nil, isFixed: false),
  ]

  @Test(
    "FM-23: found in every spelling, and only the token of the hooks is made anew", arguments: rows)
  func spellings(_ row: Row) throws {
    let place = try Workplace(row.config)
    if let file = row.file { try place.write(file, to: ".env") }
    let doctor = place.doctor(row.variables)
    let request = place.request { $0.release = row.release }
    let found = doctor.diagnose(request).findings.filter { $0.checkID == "hooks-token-collision" }
    #expect(found.map(\.severity) == (row.severity.map { [$0] } ?? []))
    let outcome = doctor.fix(request)
    #expect(try place.read() == row.after ?? row.config)
    #expect((try? place.read(".env")) == row.fileAfter ?? row.file)
    let fixed = outcome.report.findings.filter { $0.checkID == "hooks-token-collision" }
    #expect(fixed.contains { $0.isFixed } == row.isFixed)
    let shown = "\(outcome)" + "\(found)"
    #expect(!shown.contains(Self.same) && !shown.contains(Self.new))
    if row.isFixed {
      #expect(shown.contains("must learn it"))
      let again = doctor.fix(request).report
      #expect(!again.isWritten && again.changes.isEmpty)
    }
  }

  @Test("A filter makes it anew too, and its report does not show it")
  func filter() throws {
    var request = DoctorRequest()
    request.source = .bytes(Array(Self.rows[0].config.utf8))
    let outcome = try Workplace().doctor().fix(request)
    #expect(String(decoding: outcome.filtered ?? [], as: UTF8.self) == Self.rows[0].after)
    #expect(!"\(outcome.report)".contains(Self.new))
  }

  @Test("Left out with --skip, and alone with --only")
  func selection() throws {
    let config =
      "{ gateway: { auth: { token: '\(Self.same)' } }, hooks: { enabled: true, token: '\(Self.same)' }, tools: { bash: {} } }"
    let skipped = try Workplace(config)
    _ = skipped.doctor().fix(skipped.request { $0.skipped = ["hooks-token-collision"] })
    #expect(try skipped.read() == config.replacing("bash", with: "exec"))
    let only = try Workplace(config)
    _ = only.doctor().fix(only.request { $0.only = ["hooks-token-collision"] })
    #expect(
      try only.read()
        == config.replacing("token: '\(Self.same)' }, tools", with: "token: '\(Self.new)' }, tools")
    )
  }

  @Test("Without random numbers nothing is written")
  func noRandomness() throws {
    let config = Self.rows[0].config
    let place = try Workplace(config)
    let doctor = Doctor(
      environment: Environment(
        variables: ["HOME": place.folder.path], now: 1, randomBytes: { _ in nil }))
    let outcome = doctor.fix(place.request())
    #expect(outcome.report.status == .refused)
    #expect(outcome.report.findings.contains { $0.checkID == "random-source" })
    #expect(try place.read() == config)
    #expect(doctor.diagnose(place.request()).status == .findings)
  }

  @Test("What could not be done is not said to be done")
  func notDone() throws {
    let config =
      "{ gateway: { auth: { token: '\(Self.same)' } }, hooks: { $include: ['./more.json5'], enabled: true, token: '\(Self.same)' } }"
    let place = try Workplace(config)
    // The file is not there, so that nobody knows what is merged with the keys beside the include.
    let report = place.doctor().fix(place.request()).report
    #expect(try place.read() == config)
    let found = report.findings.filter { $0.checkID == "hooks-token-collision" }
    #expect(!found.isEmpty && found.allSatisfy { !$0.isFixed })
  }

  @Test("A token beside an include is made anew where all files are known")
  func besideInclude() throws {
    let config =
      "{ gateway: { auth: { token: '\(Self.same)' } }, hooks: { $include: ['./more.json5'], enabled: true, token: '\(Self.same)' } }"
    let place = try Workplace(config)
    try place.write("{}", to: "more.json5")
    let report = place.doctor().fix(place.request()).report
    #expect(try place.read() != config)
    #expect(try place.read().contains("{ $include: ['./more.json5'], enabled: true, token: '"))
    #expect(report.findings.contains { $0.checkID == "hooks-token-collision" && $0.isFixed })
  }
}
