import Foundation
import Testing

@testable import DoctorKit

/// A bundle that can be pasted anywhere.
@Suite struct BundleTests {
  static let config = """
    {
      gateway: { mode: 'local', auth: { token: 'demo-not-a-secret-0123456789' } }, // the phone's
      slack: { botToken: 'demo-not-a-secret-abcdefghij' },
    }

    """

  @Test("It holds the masked config, what is wrong, what would be done, and modes")
  func contents() throws {
    let place = try Workplace(Self.config)
    let path = place.folder.appending(path: "bundle.md").path
    let result = place.doctor().bundle(to: path, place.request())
    #expect(result.report.status == .clean && result.report.isWritten)
    #expect(result.secretCount == 2)
    #expect(
      result.sections.map(\.title) == [
        "Versions", "Findings", "Plan of clawdoctor --fix", "Difference that it makes",
        "Gateway token", "Files", "Config: openclaw.json",
      ])
    let text = try place.read("bundle.md")
    #expect(try place.mode("bundle.md") == 0o600)
    let masked = Self.config.replacing("demo-not-a-secret-0123456789", with: "‹token 1›")
      .replacing("demo-not-a-secret-abcdefghij", with: "‹token 2›")
    #expect(text.contains("```json5\n\(masked)```\n"))
    #expect(!text.contains("demo-not-a-secret") && !text.contains(place.folder.path))
    #expect(try place.read() == Self.config)
    #expect(try place.files() == ["bundle.md", "openclaw.json"])
  }

  @Test("Nothing is written over, and nothing is made where there is no config")
  func refusals() throws {
    let place = try Workplace(Self.config)
    try place.write("mine", to: "bundle.md")
    let path = place.folder.appending(path: "bundle.md").path
    let result = place.doctor().bundle(to: path, place.request())
    #expect(result.report.status == .refused && !result.report.isWritten)
    #expect(try place.read("bundle.md") == "mine")
    let empty = try Workplace()
    let none = empty.doctor().bundle(
      to: empty.folder.appending(path: "bundle.md").path, empty.request())
    #expect(none.report.status == .unreadable)
    #expect(try empty.files().isEmpty)
  }

  @Test("A config that cannot be parsed gives a bundle that says why, without its text")
  func broken() throws {
    let place = try Workplace("{ gateway: { auth: { token: 'demo-not-a-secret-01234567' } }")
    let result = place.doctor().bundle(to: nil, place.request())
    let text = try #require(result.text)
    #expect(result.report.status == .clean)
    #expect(text.contains("syntax.") && !text.contains("demo-not") && !text.contains("## Config"))
  }

  @Test(
    "Six bytes of a secret anywhere stop it, with status 3 and the name of the section",
    arguments: [
      ("name: 'marvin'", 3), ("'xmarvinx': 1", 3), ("a: 1, // bWFydmluMjAyNg", 3),
      ("name: 'gateway of mine'", 0), ("name: 'marvi'", 0),
    ])
  func leak(_ member: String, _ status: Int32) throws {
    let place = try Workplace(
      "{\n  gateway: { auth: { token: 'marvin2026gateway' } },\n  \(member),\n}\n")
    let path = place.folder.appending(path: "bundle.md").path
    let result = place.doctor().bundle(to: path, place.request())
    #expect(result.report.status.rawValue == status)
    #expect(FileManager.default.fileExists(atPath: path) == (status == 0))
    guard status == 3 else { return }
    let finding = try #require(result.report.findings.first)
    #expect(finding.checkID == "bundle-leak")
    #expect(!finding.message.contains("marvin"))
  }

  @Test("Every section is searched, as it is and in other spellings")
  func everySection() throws {
    let doctor = try Workplace().doctor()
    for text in [
      "kanarienvogel-7", "x narien", "\\u006banarien", "%6Banarien", "bmFyaWVudm9nZWw",
      "6e617269656e766f67", "ghp_" + String(repeating: "aB3", count: 12),
    ] {
      var bundle = SupportBundle()
      bundle.add("Versions", ["nothing", "here"])
      bundle.add("Config: a.json", ["fine", text, "fine"])
      let leak = doctor.leak(in: bundle, ["kanarienvogel-7"])
      #expect(leak?.title == "Config: a.json" && leak?.line == 2, "\(text)")
    }
    var clean = SupportBundle()
    clean.add("Config: a.json", ["token: ‹token 1›", "arien", "kanar"])
    #expect(doctor.leak(in: clean, ["kanarienvogel-7"]) == nil)
  }

  @Test("A fence in a comment does not end the text of the config")
  func fences() {
    var bundle = SupportBundle()
    bundle.add("Config", ["// ````", "{}"], language: "json5")
    #expect(bundle.text().contains("`````json5\n// ````\n{}\n`````\n"))
  }
}
