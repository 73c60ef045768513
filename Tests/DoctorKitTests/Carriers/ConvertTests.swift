import DoctorKit
import Foundation
import Testing

/// `clawdoctor convert`, from file to file.
@Suite struct ConvertTests {
  @Test("The new file is for nobody else, and nothing is shown of it")
  func file() throws {
    let place = try Workplace("{ gateway: { auth: { token: 'demo-not-a-secret' } } } // mine\n")
    let output = place.folder.appending(path: "new.yaml").path
    let outcome = place.doctor().convert(
      to: .yaml, output: output, dropsComments: false, place.request())
    #expect(outcome.report.isWritten && outcome.filtered == nil)
    #expect(
      try place.read("new.yaml")
        == "gateway:\n  auth:\n    token: demo-not-a-secret # mine\n")
    #expect(try place.mode("new.yaml") == 0o600)
    #expect(!"\(outcome.report)".contains("demo-not-a-secret"))
    let again = place.doctor().convert(
      to: .json, output: output, dropsComments: true, place.request())
    #expect(again.report.status == .refused)
    #expect(again.report.findings.map(\.checkID) == ["store.exists"])
  }

  @Test("Comments that would be lost are counted, and nothing is written")
  func comments() throws {
    let place = try Workplace("{ a: 1 /* one */ } // two\n")
    let output = place.folder.appending(path: "new.json").path
    let refused = place.doctor().convert(
      to: .json, output: output, dropsComments: false, place.request())
    #expect(refused.report.status == .refused)
    #expect(
      refused.report.findings.map(\.message) == [
        "JSON has no comments, and 2 comments would be lost"
      ])
    #expect(try place.files() == ["openclaw.json"])
    let done = place.doctor().convert(
      to: .json, output: output, dropsComments: true, place.request())
    #expect(done.report.isWritten)
    #expect(try place.read("new.json") == "{\n  \"a\": 1\n}\n")
  }

  @Test("The config of a ConfigMap is taken out of it", arguments: CarrierFixture.all)
  func carrier(_ fixture: CarrierFixture) throws {
    let place = try Workplace()
    try place.write(fixture.content, to: fixture.file)
    let outcome = place.doctor().convert(
      to: .json, output: nil, dropsComments: true, place.request(for: fixture.file))
    let text = String(decoding: try #require(outcome.filtered), as: UTF8.self)
    #expect(
      text == """
        {
          "gateway": {
            "mode": "remote"
          },
          "slack": {
            "botToken": "demo-not-a-secret-slack"
          }
        }

        """)
  }

  @Test("YAML is what any view may be shown in, with secrets masked")
  func view() throws {
    let place = try Workplace(
      "{\n  // mine\n  gateway: { auth: { token: 'demo-not-a-secret' } },\n  n: 'no',\n}\n")
    guard case .value(let whole) = place.doctor().get(nil, as: .yaml, place.request()),
      case .value(let part) = place.doctor().get("gateway", as: .yaml, place.request())
    else {
      Issue.record("nothing was shown")
      return
    }
    #expect(
      whole
        == "# mine\ngateway:\n  auth:\n    token: ‹token 1›\n\"n\": \"no\"\n")
    #expect(part == "auth:\n  token: ‹token 1›\n")
  }

  @Test("A YAML config is shown as JSON with aliases followed")
  func json() throws {
    let place = try Workplace()
    try place.write(
      "gateway: &g\n  mode: remote\n  port: 0o17\n  on: True\nagents: { defaults: *g }\nmeta: ~\n",
      to: "openclaw.yaml")
    guard
      case .value(let text) = place.doctor().get(
        nil, as: .json, place.request(for: "openclaw.yaml"))
    else {
      Issue.record("nothing was shown")
      return
    }
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary
    let inner: NSDictionary = ["mode": "remote", "port": 15, "on": true]
    #expect(object == ["gateway": inner, "agents": ["defaults": inner], "meta": NSNull()])
  }
}
