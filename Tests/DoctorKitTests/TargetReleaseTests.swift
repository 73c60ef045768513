import DoctorKit
import Foundation
import Testing

@Suite struct TargetReleaseTests {
  @Test(
    "Without an installed OpenClaw, the later of the declared and the newest exact release holds",
    arguments: [
      ("{}", "2026.4.22"), ("{ meta: { lastTouchedVersion: '2026.2.9' } }", "2026.4.22"),
      ("{ meta: { lastTouchedVersion: '2026.6.8' } }", "2026.6.8"),
      ("{ meta: { lastTouchedVersion: 'soon' } }", "2026.4.22"),
    ])
  func declared(_ text: String, _ expected: String) throws {
    let place = try Workplace(text)
    let report = place.doctor().diagnose(place.request())
    #expect(report.config.targetRelease == expected)
    #expect(report.config.targetNotes.first?.hasPrefix("judged against \(expected), ") == true)
  }

  @Test("What the user asks for comes first")
  func wanted() throws {
    let place = try Workplace("{ meta: { lastTouchedVersion: '2026.6.8' } }")
    let report = place.doctor().diagnose(place.request { $0.release = "2026.2.26" })
    #expect(report.config.targetRelease == "2026.2.26")
    #expect(report.config.declaredRelease == "2026.6.8")
  }

  @Test("The installed OpenClaw is found behind the command on PATH without starting it")
  func installed() throws {
    let place = try Workplace("{}")
    let package = place.folder.appending(path: "lib/node_modules/openclaw")
    let bin = place.folder.appending(path: "bin")
    for folder in [package.appending(path: "dist"), bin] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    try place.write(
      #"{"name":"openclaw","version":"2026.3.13-1"}"#, to: "lib/node_modules/openclaw/package.json")
    try place.write("exit 1", to: "lib/node_modules/openclaw/dist/entry.js")
    try FileManager.default.createSymbolicLink(
      atPath: bin.appending(path: "openclaw").path,
      withDestinationPath: "../lib/node_modules/openclaw/dist/entry.js")
    let report = place.doctor(["PATH": "/nowhere:\(bin.path)"]).diagnose(place.request())
    #expect(report.config.targetRelease == "2026.3.13-1")
  }

  @Test("What is not known of a release is said")
  func unknown() throws {
    let place = try Workplace("{}")
    let report = place.doctor().diagnose(place.request { $0.release = "2026.8.1" })
    #expect(
      report.config.targetNotes == [
        "judged against 2026.8.1, as asked",
        "the keys of 2026.8.1 are not known; migrations are those up to it",
      ])
  }

  @Test("A window of releases closes again: tailnet is a mode before and after it")
  func window() throws {
    let text = "{ gateway: { bind: 'tailnet', controlUi: { enabled: false } } }"
    for (release, bind) in [
      ("2026.1.11", "tailnet"), ("2026.1.15", "auto"), ("2026.1.21", "tailnet"),
    ] {
      let place = try Workplace(text)
      _ = place.doctor().fix(place.request { $0.release = release })
      #expect(
        try place.read() == text.replacingOccurrences(of: "tailnet", with: bind), "\(release)")
    }
  }
}
