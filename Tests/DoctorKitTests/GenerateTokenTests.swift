import DoctorKit
import Foundation
import Testing

/// FM-45: a working credential is never replaced unasked, and none is ever shown.
@Suite struct GenerateTokenTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    var config: String
    var file: String?
    var variables: [String: String] = [:]
    var release: String?
    var destination = TokenRequest.Destination.stateFile
    var rotates = false
    /// The config afterwards; nil for the same bytes.
    var after: String?
    /// The `.env` afterwards; nil for the same bytes.
    var fileAfter: String?
    var status = ExitStatus.clean
    var testDescription: String { name }
  }

  static let reference = "${OPENCLAW_GATEWAY_TOKEN}"
  static let line = "OPENCLAW_GATEWAY_TOKEN=\(Workplace.token)"
  static let old = "demo-not-a-secret-0123456789-abcdefghij"

  static let rows = [
    Row(
      name: "nothing", config: "{\n  // mine\n  gateway: { port: 1 }, // gw\n}\n",
      after:
        "{\n  // mine\n  gateway: { port: 1, auth: { mode: \"token\", token: \"\(reference)\" } }, // gw\n}\n",
      fileAfter: "\(line)\n"),
    Row(
      name: "empty object", config: "{}",
      after: """
        {
          "gateway": {
            "auth": {
              "mode": "token",
              "token": "\(reference)"
            }
          }
        }
        """, fileAfter: "\(line)\n"),
    Row(
      name: "strict JSON stays strict", config: "{\n  \"gateway\": {\n    \"port\": 1\n  }\n}\n",
      after:
        "{\n  \"gateway\": {\n    \"port\": 1,\n    \"auth\": {\n      \"mode\": \"token\",\n      \"token\": \"\(reference)\"\n    }\n  }\n}\n",
      fileAfter: "\(line)\n"),
    Row(
      name: "mode token stays", config: "{ gateway: { auth: { mode: 'token' } } }",
      after: "{ gateway: { auth: { mode: 'token', token: '\(reference)' } } }",
      fileAfter: "\(line)\n"),
    Row(
      name: "empty token", config: "{ gateway: { auth: { token: '' } } }",
      after: "{ gateway: { auth: { token: '\(reference)', mode: 'token' } } }",
      fileAfter: "\(line)\n"),
    Row(
      name: "reference that nothing sets",
      config: "{ gateway: { auth: { mode: 'token', token: '\(reference)' } } }",
      fileAfter: "\(line)\n"),
    Row(
      name: "other lines of the .env keep their bytes", config: "{ gateway: {} }",
      file: "# mine\r\nexport A='x # y'\r\nB=2 # two\r\n",
      after: "{ gateway: { auth: { mode: \"token\", token: \"\(reference)\" } } }",
      fileAfter: "# mine\r\nexport A='x # y'\r\nB=2 # two\r\n\(line)\r\n"),
    Row(
      name: "a token of the .env is wired up",
      config: "{ gateway: { auth: { mode: 'token' } } }", file: "OPENCLAW_GATEWAY_TOKEN='\(old)'\n",
      after: "{ gateway: { auth: { mode: 'token', token: '\(reference)' } } }"),
    Row(name: "literal stays", config: "{ gateway: { auth: { token: '\(old)' } } }"),
    Row(
      name: "literal is rotated",
      config: "{ gateway: { auth: { mode: 'token', token: '\(old)' } } }",
      rotates: true,
      after: "{ gateway: { auth: { mode: 'token', token: '\(reference)' } } }",
      fileAfter: "\(line)\n"),
    Row(
      name: "literal is rotated in place",
      config: "{ gateway: { auth: { mode: 'token', token: '\(old)' /* k */ } } }",
      destination: .config, rotates: true,
      after: "{ gateway: { auth: { mode: 'token', token: '\(Workplace.token)' /* k */ } } }"),
    Row(
      name: "reference to the .env stays",
      config: "{ gateway: { auth: { mode: 'token', token: '${MINE}' } } }", file: "MINE=\(old)"),
    Row(
      name: "reference to the .env is rotated there",
      config: "{ gateway: { auth: { mode: 'token', token: '${MINE}' } } }",
      file: "MINE=\"\(old)\" # k", rotates: true, fileAfter: "MINE=\"\(Workplace.token)\" # k"),
    Row(
      name: "inline", config: "{ gateway: {} }", destination: .config,
      after: "{ gateway: { auth: { mode: \"token\", token: \"\(Workplace.token)\" } } }"),
    Row(
      name: "token of the environment stays", config: "{ gateway: {} }",
      variables: ["OPENCLAW_GATEWAY_TOKEN": old]),
    Row(
      name: "the environment would shadow a new one", config: "{ gateway: {} }",
      variables: ["OPENCLAW_GATEWAY_TOKEN": old], rotates: true, status: .refused),
    Row(
      name: "reference that another variable must keep",
      config: "{ gateway: { auth: { token: '${OTHER}' } } }", status: .refused),
    Row(
      name: "secret reference",
      config: "{ gateway: { auth: { token: { source: 'exec', provider: 'p', id: 'i' } } } }",
      rotates: true, status: .refused),
    Row(
      name: "password", config: "{ gateway: { auth: { password: '\(old)' } } }", status: .refused),
    Row(
      name: "mode password", config: "{ gateway: { auth: { mode: 'password' } } }", rotates: true,
      status: .refused),
    Row(
      name: "mode none", config: "{ gateway: { auth: { mode: 'none' } } }", rotates: true,
      status: .refused),
    Row(
      name: "mode trusted-proxy",
      config:
        "{ gateway: { auth: { mode: 'trusted-proxy', trustedProxy: { userHeader: 'x' } }, trustedProxies: ['10.0.0.1'] } }",
      rotates: true, status: .refused),
    Row(name: "remote", config: "{ gateway: { mode: 'remote' } }", status: .refused),
    Row(name: "a number", config: "{ gateway: { auth: { token: 1 } } }", status: .refused),
    Row(
      name: "an include", config: "{ gateway: { $include: './gateway.json5' } }", status: .refused),
    Row(
      name: "references came in 2026.1.16", config: "{ gateway: {} }", release: "2026.1.15",
      status: .refused),
  ]

  @Test("FM-45: each start state gives exactly these bytes", arguments: rows)
  func states(_ row: Row) throws {
    let place = try Workplace(row.config)
    if let file = row.file { try place.write(file, to: ".env") }
    var token = TokenRequest()
    token.destination = row.destination
    token.rotates = row.rotates
    let outcome = place.doctor(row.variables)
      .generateGatewayToken(token, place.request { $0.release = row.release })
    #expect(outcome.report.status == row.status, "\(outcome.report.findings)")
    #expect(outcome.token == nil)
    #expect(try place.read() == row.after ?? row.config)
    let file = row.fileAfter ?? row.file
    #expect((try? place.read(".env")) == file)
    if row.fileAfter != nil { #expect(try place.mode(".env") == 0o600) }
    #expect(outcome.report.isWritten == (row.after != nil || row.fileAfter != nil))
    let shown = "\(outcome)"
    #expect(!shown.contains(Workplace.token) && !shown.contains(Self.old))
    // What was made is found by the next run, which does nothing.
    if row.status == .clean {
      let again = place.doctor(row.variables)
        .generateGatewayToken(TokenRequest(), place.request { $0.release = row.release })
      #expect(!again.report.isWritten && again.report.status == .clean)
    }
  }

  @Test("A new secret goes only into a file that nobody else reads", arguments: [0o644, 0o666])
  func tightened(_ mode: Int) throws {
    let place = try Workplace("{ gateway: {} }")
    try place.write("A=1\n", to: ".env")
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: place.folder.appending(path: ".env").path)
    let outcome = place.doctor().generateGatewayToken(TokenRequest(), place.request())
    #expect(outcome.report.isWritten)
    #expect(try place.mode(".env") == 0o600)
    #expect(try place.read(".env") == "A=1\n\(Self.line)\n")
  }

  @Test("--print gives the token out once and writes nothing")
  func printed() throws {
    let place = try Workplace("{ gateway: {} }")
    var token = TokenRequest()
    token.destination = .print
    let outcome = place.doctor().generateGatewayToken(token, place.request())
    #expect(outcome.token == Workplace.token)
    #expect(!"\(outcome.report)".contains(Workplace.token))
    #expect(try place.files() == ["openclaw.json"])
  }

  @Test("Without random numbers nothing is made")
  func noRandomness() throws {
    let place = try Workplace("{ gateway: {} }")
    let doctor = Doctor(
      environment: Environment(
        variables: ["HOME": place.folder.path], now: 1, randomBytes: { _ in nil }))
    let outcome = doctor.generateGatewayToken(TokenRequest(), place.request())
    #expect(outcome.report.status == .refused)
    #expect(outcome.report.findings.map(\.checkID) == ["random-source"])
    let token = doctor.token(place.request())
    #expect(token.report.status == .refused && token.sources.isEmpty)
    #expect(try place.files() == ["openclaw.json"])
  }

  @Test("A dry run says what would be done and writes nothing")
  func dryRun() throws {
    let place = try Workplace("{ gateway: {} }")
    let outcome = place.doctor()
      .generateGatewayToken(TokenRequest(), place.request { $0.isDryRun = true })
    #expect(outcome.report.changes.count == 3)
    #expect(try place.files() == ["openclaw.json"])
  }
}
