import DoctorKit
import Foundation
import Testing

/// The definition of the service and the workspaces are looked at where the config is this
/// machine's, and no value of them is shown.
@Suite struct ServiceTests {
  private static let secret = "demo-not-a-secret-7f3a9c"

  @Test("A unit with a secret is found at its line, and the value is not shown")
  func unit() throws {
    let state = try StatePlace()
    try state.add(
      ".config/systemd/user/openclaw-gateway.service", mode: 0o644,
      "[Service]\nExecStart=/usr/bin/openclaw gateway\nEnvironment=DISCORD_BOT_TOKEN=\(Self.secret)\n"
    )
    let report = state.diagnose()
    let found = report.findings.filter { $0.checkID == "service-embedded-secret" }
    #expect(found.map(\.severity) == [.warning])
    #expect(
      found.first?.message.hasSuffix("openclaw-gateway.service:3 sets DISCORD_BOT_TOKEN to a value")
        == true)
    #expect(!"\(report)".contains(Self.secret))
  }

  @Test("What a file that the unit names sets is not embedded")
  func environmentFile() throws {
    let state = try StatePlace()
    try state.add(".openclaw/gateway-token.env", mode: 0o600, "DISCORD_BOT_TOKEN=\(Self.secret)\n")
    try state.add(
      ".config/systemd/user/openclaw-gateway.service", mode: 0o644,
      "[Service]\nEnvironmentFile=-%h/.openclaw/gateway-token.env\n")
    #expect(!state.diagnose().findings.contains { $0.checkID == "service-embedded-secret" })
  }

  @Test(
    "The mask of a property list is judged as launchd reads it",
    arguments: [
      ("", ["sets no Umask"]), ("<key>Umask</key><integer>63</integer>", []),
      ("<key>Umask</key><integer>77</integer>", ["lets others in"]),
      ("<key>Umask</key><string>077</string>", []),
    ])
  func umask(_ entry: String, _ expected: [String]) throws {
    let state = try StatePlace()
    try state.add(
      "Library/LaunchAgents/ai.openclaw.gateway.plist", mode: 0o600,
      "<?xml version=\"1.0\"?><plist version=\"1.0\"><dict><key>Label</key><string>x</string>\(entry)</dict></plist>"
    )
    let found = state.diagnose().findings.filter { $0.checkID == "launchd-umask" }
    #expect(found.count == expected.count)
    for (finding, phrase) in zip(found, expected) { #expect(finding.message.contains(phrase)) }
  }

  @Test(
    "The .env of each workspace is looked at",
    arguments: [
      ("{ gateway: { mode: 'remote' } }", ".openclaw/workspace"),
      ("{ gateway: { mode: 'remote' }, agents: { defaults: { workspace: '~/w' } } }", "w"),
      (
        "{ gateway: { mode: 'remote' }, agents: { list: [{ id: 'a', workspace: '~/x/y' }] } }",
        "x/y"
      ),
    ])
  func workspace(_ config: String, _ folder: String) throws {
    let state = try StatePlace(config)
    try state.add(
      folder + "/.env", mode: 0o600, "A=1\nexport OPENCLAW_GATEWAY_TOKEN=\(Self.secret)\n")
    let report = state.diagnose()
    let found = report.findings.filter { $0.checkID == "workspace-environment" }
    #expect(found.count == 1)
    #expect(found.first?.message.hasSuffix(".env:2 sets OPENCLAW_GATEWAY_TOKEN") == true)
    #expect(!"\(report)".contains(Self.secret))
  }
}
