import DoctorKit
import Foundation
import Testing

/// Configs inside other files, from the diagnosis to the written file.
@Suite struct CarrierTests {
  static let fixtures = CarrierFixture.all

  @Test("The config is found by itself, and findings point into the file", arguments: fixtures)
  func diagnosis(_ fixture: CarrierFixture) throws {
    let place = try Workplace()
    try place.write(fixture.content, to: fixture.file)
    let report = place.doctor().diagnose(place.request(for: fixture.file))
    #expect(report.config.kind == fixture.kind)
    #expect(report.config.at == fixture.at)
    #expect(report.config.format == fixture.format)
    let finding = try #require(report.findings.first { $0.path == "slack" })
    #expect(finding.place?.line == fixture.place.line)
    #expect(finding.place?.column == fixture.place.column)
    #expect(finding.place?.file == report.config.path)
    #expect(!"\(report)".contains(CarrierFixture.secret))
  }

  @Test("A repair changes the config, and no line around it", arguments: fixtures)
  func repair(_ fixture: CarrierFixture) throws {
    let place = try Workplace()
    try place.write(fixture.content, to: fixture.file)
    let report = place.doctor().fix(place.request(for: fixture.file)).report
    #expect(report.isWritten, "\(report.findings)")
    let old = fixture.content.split(separator: "\n", omittingEmptySubsequences: false)
    let new = try place.read(fixture.file).split(
      separator: "\n", omittingEmptySubsequences: false)
    let change = new.difference(from: old)
    #expect(change.removals.count <= 3, "\(change)")
    #expect(new.joined().contains("channels"))
    #expect(new.joined().contains(CarrierFixture.secret))
    let again = place.doctor().fix(place.request(for: fixture.file)).report
    #expect(!again.isWritten && again.config.at == fixture.at)
    let value = place.doctor().get(
      "channels.slack.botToken", as: nil, place.request(for: fixture.file))
    guard case .value(let shown) = value else {
      Issue.record("\(value)")
      return
    }
    #expect(shown == "‹token 1›")
    let undone = place.doctor().undo(to: nil, isForced: false, place.request(for: fixture.file))
    #expect(undone.isWritten)
    #expect(try place.read(fixture.file) == fixture.content)
  }

  @Test("A ConfigMap keeps every other byte")
  func bytes() throws {
    let fixture = try #require(Self.fixtures.first)
    let place = try Workplace()
    try place.write(fixture.content, to: fixture.file)
    let report = place.doctor().fix(place.request(for: fixture.file) { $0.wantsDiff = true }).report
    #expect(
      try place.read(fixture.file)
        == fixture.content.replacing(
          "      \"slack\": { \"botToken\": \"demo-not-a-secret-slack\" }, // mine\n",
          with: """
                  "channels": {
                    "slack": { "botToken": "demo-not-a-secret-slack" }, // mine
                  },

            """))
    #expect(report.diff?.contains("@@ -6,5 +6,7 @@") == true, "\(report.diff ?? [])")
    #expect(try place.mode(fixture.file) == 0o600)
  }

  @Test("CR LF in the file stays")
  func lineEnds() throws {
    let fixture = try #require(Self.fixtures.first)
    let place = try Workplace()
    try place.write(fixture.content.replacing("\n", with: "\r\n"), to: fixture.file)
    let report = place.doctor().fix(place.request(for: fixture.file)).report
    #expect(report.isWritten)
    let new = try place.read(fixture.file)
    #expect(new.unicodeScalars.count { $0 == "\r" } == new.unicodeScalars.count { $0 == "\n" })
    #expect(report.findings.first { $0.path == "slack" }?.place?.line == fixture.place.line)
  }

  @Test("A Secret is decoded, repaired and encoded again, on one line")
  func secret() throws {
    let config = "{ gateway: { mode: 'remote' }, slack: { botToken: 'demo-not-a-secret-slack' } }"
    let file = { (config: String) in
      """
      apiVersion: v1
      kind: Secret
      data:
        token: \(Data("demo-not-a-secret".utf8).base64EncodedString())
        openclaw.json: \(Data(config.utf8).base64EncodedString())

      """
    }
    let place = try Workplace()
    try place.write(file(config), to: "secret.yaml")
    let report = place.doctor().fix(place.request(for: "secret.yaml")).report
    #expect(report.config.kind == "secret" && report.isWritten)
    #expect(report.findings.first { $0.path == "slack" }?.place?.line == 5)
    let new =
      "{ gateway: { mode: 'remote' }, channels: { slack: { botToken: 'demo-not-a-secret-slack' } } }"
    #expect(try place.read("secret.yaml") == file(new))
  }

  @Test("An error in the config is told at its place in the file")
  func syntax() throws {
    let place = try Workplace()
    try place.write(
      "kind: ConfigMap\napiVersion: v1\ndata:\n  openclaw.json: |\n    { a: 1\n      b: 2 }\n",
      to: "c.yaml")
    let report = place.doctor().diagnose(place.request(for: "c.yaml"))
    #expect(report.status == .unreadable)
    let finding = try #require(report.findings.first)
    #expect(finding.checkID == "syntax.missing-comma")
    #expect(finding.place?.line == 6 && finding.place?.column == 7)
  }

  @Test("Of several configs one is examined, and the others are named")
  func several() throws {
    let place = try Workplace()
    let map = { (name: String) in
      "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: \(name) }\ndata:\n"
        + "  openclaw.json: '{ gateway: { mode: \"\(name)\" } }'\n"
    }
    try place.write(map("remote") + "---\n" + map("local"), to: "c.yaml")
    let report = place.doctor().diagnose(place.request(for: "c.yaml"))
    #expect(report.config.documentNumber == 1)
    let finding = try #require(report.findings.first { $0.checkID == "more-configs" })
    #expect(finding.place?.line == 11)
    #expect(finding.message.contains("document 2"))
  }

  @Test("--at names the config where several values look like one")
  func at() throws {
    let place = try Workplace()
    let value = "\n    gateway: { mode: remote }\n    slack: { enabled: true }\n    agents: {}\n"
    try place.write("a:\n  one:\(value)  two:\(value)", to: "values.yaml")
    let request = { (path: String?) in place.request(for: "values.yaml") { $0.place = path } }
    let unsure = place.doctor().diagnose(request(nil))
    #expect(unsure.status == .unreadable)
    #expect(
      unsure.findings.map(\.message) == [
        "several values in the file look like a config: `a.one`, `a.two`"
      ])
    let report = place.doctor().fix(request("a.two")).report
    #expect(report.isWritten)
    #expect(
      try place.read("values.yaml")
        == "a:\n  one:\(value)  two:"
        + value.replacing(
          "    slack: { enabled: true }", with: "    channels:\n      slack: { enabled: true }"))
    for path in ["a", "nowhere", "a.one.gateway.mode"] {
      let report = place.doctor().diagnose(request(path))
      #expect(report.status != .clean || path == "a", "\(path)")
    }
    #expect(place.doctor().diagnose(request("a[")).status == .usage)
  }

  @Test("Plain YAML is a config", arguments: ["openclaw.yaml", "x.yml", "notes.txt"])
  func plain(_ name: String) throws {
    let place = try Workplace()
    try place.write("gateway:\n  mode: remote # here\nslack:\n  enabled: true\n", to: name)
    let report = place.doctor().fix(place.request(for: name)).report
    #expect(report.config.format == "yaml" && report.config.kind == "yaml")
    #expect(report.config.at == nil)
    #expect(
      try place.read(name)
        == "gateway:\n  mode: remote # here\nchannels:\n  slack:\n    enabled: true\n")
  }

  @Test("Standard input is a filter for whole files")
  func filter() throws {
    let fixture = try #require(Self.fixtures.first)
    let place = try Workplace()
    let outcome = place.doctor().fix(
      place.request { $0.source = .bytes(Array(fixture.content.utf8)) })
    let bytes = try #require(outcome.filtered)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("# who: é\napiVersion: v1\n"))
    #expect(text.contains("      \"channels\": {\n"))
    #expect(text.hasSuffix("  AGENTS.md: |\n    slack: no config\n"))
  }

  @Test("A token is not made for a config that is part of a file")
  func token() throws {
    let fixture = try #require(Self.fixtures.first)
    let place = try Workplace()
    try place.write(fixture.content, to: fixture.file)
    let outcome = place.doctor().generateGatewayToken(
      TokenRequest(), place.request(for: fixture.file))
    #expect(outcome.report.status == .refused)
    #expect(try place.read(fixture.file) == fixture.content)
    #expect(try place.files() == [fixture.file])
  }

  @Test("A config that its scalar cannot hold is refused, and the file stays")
  func style() throws {
    let place = try Workplace()
    let file =
      "data: &d\n  openclaw.json: &c '{ slack: { enabled: true } }'\n  copy: *c\n"
    try place.write(file, to: "c.yaml")
    let report = place.doctor().fix(place.request(for: "c.yaml")).report
    #expect(report.status == .refused)
    #expect(report.findings.contains { $0.checkID == "carrier" })
    #expect(try place.read("c.yaml") == file)
  }
}
