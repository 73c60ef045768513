import ConfigStore
import DoctorKit
import Foundation
import Testing

/// Modes of config, state folder and secrets: found, tightened, never widened.
@Suite struct FileModeTests {
  /// What lies open in a state folder, and the mode that it must have afterwards.
  static let open = [
    ".env", "openclaw.json.bak", "openclaw.json.bak.1", "openclaw.json.last-good",
    "openclaw.json.clobbered.1772352289", "openclaw.json.rejected.1", "openclaw.json.77.tmp",
    "credentials/oauth.json", "credentials/whatsapp/default/creds.json",
    "credentials/whatsapp/default/pre-key-1.json", "agents/main/agent/auth-profiles.json",
    "agents/main/agent/auth.json", "agents/main/agent/models.json",
    "agents/main/agent/openclaw-agent.sqlite", "agents/main/sessions/sessions.json",
    "agents/main/sessions/one.jsonl", "agents/work/agent/auth-profiles.json",
    "identity/device.json", "devices/paired.json", "logs/gateway.log", "exec-approvals.json",
    "secrets.json", "state/openclaw.sqlite", "openclaw.json",
  ]

  static func wide() throws -> StatePlace {
    let state = try StatePlace(mode: 0o644, folder: 0o755)
    for name in open.dropLast() { try state.add(".openclaw/" + name, mode: 0o644) }
    return state
  }

  @Test("Everything that is private and lies open is found and closed; a second run is clean")
  func wholeFolder() throws {
    let state = try Self.wide()
    let before = state.diagnose()
    #expect(before.status == .findings)
    #expect(
      Set(before.findings.map(\.checkID)) == [
        "state-folder-mode", "config-mode", "secret-file-mode",
      ])
    let report = state.fix()
    #expect(report.status == .clean)
    #expect(!report.isWritten && report.backup == nil)
    #expect(report.fixedCount == report.findings.count && report.fixedCount > 3)
    #expect(report.changes.allSatisfy { $0.action == "set" && $0.file != nil })
    let modes = try state.modes()
    for name in Self.open { #expect(modes[".openclaw/" + name] == "600", "\(name)") }
    for name in [
      "", "/credentials", "/credentials/whatsapp", "/credentials/whatsapp/default", "/agents",
      "/agents/main", "/agents/main/agent", "/agents/main/sessions", "/identity", "/devices",
      "/logs", "/state",
    ] {
      #expect(modes[".openclaw" + name] == "700", "\(name)")
    }
    #expect(Set(report.changes.compactMap(\.file)).count == modes.count)
    let second = state.fix()
    #expect(second.findings.isEmpty && second.changes.isEmpty && second.status == .clean)
    #expect(try state.modes() == modes)
  }

  @Test("More than ten files make one finding that counts the rest, and each its change")
  func summary() throws {
    let state = try Self.wide()
    let report = state.diagnose()
    let found = report.findings.filter { $0.checkID == "secret-file-mode" }
    #expect(found.count == 11)
    #expect(found.last?.message == "13 more have modes that let others in")
    #expect(report.changes.count { $0.migration == "secret-file-mode" } == 23)
  }

  @Test("A dry run changes no mode, and --skip leaves a check out")
  func dryRun() throws {
    let state = try Self.wide()
    let before = try state.modes()
    let report = state.fix { $0.isDryRun = true }
    #expect(report.status == .findings && report.fixedCount == 0 && !report.changes.isEmpty)
    #expect(try state.modes() == before)
    let skipped = state.fix {
      $0.skipped = ["state-folder-mode", "config-mode", "secret-file-mode"]
    }
    #expect(skipped.findings.isEmpty)
    #expect(try state.modes() == before)
  }

  @Test("What is only named is changed, and the rest waits for its name")
  func only() throws {
    let state = try StatePlace(mode: 0o644, folder: 0o755)
    let report = state.fix { $0.only = ["config-mode"] }
    #expect(report.status == .findings)
    #expect(report.findings.filter(\.isFixed).map(\.checkID) == ["config-mode"])
    let modes = try state.modes()
    #expect(modes[".openclaw"] == "755" && modes[".openclaw/openclaw.json"] == "600")
  }

  @Test("A config is written in a folder that everybody could write to, once that is closed")
  func openFolder() throws {
    let state = try StatePlace("{ tools: { bash: {} } }", mode: 0o666, folder: 0o777)
    let report = state.fix()
    #expect(report.status == .clean && report.isWritten)
    let modes = try state.modes()
    #expect(modes[".openclaw"] == "700" && modes[".openclaw/openclaw.json"] == "600")
    #expect(modes[".openclaw/.clawdoctor"] == "700")
  }

  @Test(
    "A variable that is set anew closes its file, and that is no conflict",
    arguments: [false, true])
  func variables(_ isShared: Bool) throws {
    let config = """
      { gateway: { auth: { token: '${A}' } }, hooks: { enabled: true, token: '${B}' } }
      """
    let state = try StatePlace(config, folder: isShared ? 0o2770 : 0o755)
    let same = "demo-not-a-secret-0123456789-same"
    try state.add(".openclaw/.env", mode: 0o664, "A=\(same)\nB=\(same)\n")
    let environment = Environment(
      variables: ["HOME": state.home.path], now: 1_795_000_000,
      randomBytes: { count in (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) } })
    let report = Doctor(environment: environment).fix(state.request { $0.allowsUnsafe = true })
      .report
    #expect(report.status == .clean, "\(report.findings)")
    #expect(try state.place.read(".openclaw/.env").contains("A=\(same)\n"))
    #expect(try !state.place.read(".openclaw/.env").contains("B=\(same)\n"))
    #expect(try state.place.mode(".openclaw/.env") == 0o600)
  }

  @Test("Our own folder is judged like the rest")
  func ours() throws {
    let state = try StatePlace("{ tools: { bash: {} } }")
    let backup = try #require(state.fix().backup)
    let name = ".openclaw/" + backup.components(separatedBy: "/.openclaw/")[1]
    for folder in ["", "/backups", "/backups/openclaw.json"] {
      try state.set(".openclaw/.clawdoctor" + folder, 0o755)
    }
    try state.set(name, 0o644)
    try state.set(".openclaw", 0o755)
    #expect(state.fix().status == .clean)
    #expect(try state.modes()[name] == "600")
    #expect(try state.modes()[".openclaw/.clawdoctor"] == "700")
  }

  // MARK: FM-27

  @Test(
    "FM-27: a mode of a umask is tightened, and nothing is ever widened",
    arguments: [
      (0o400, "400"), (0o600, "600"), (0o640, "600"), (0o644, "600"), (0o660, "600"),
      (0o664, "600"), (0o666, "600"), (0o755, "700"), (0o444, "400"),
    ])
  func ownGroup(_ mode: Int, _ after: String) throws {
    let state = try StatePlace(mode: mode)
    let isWide = mode & 0o077 != 0
    #expect(state.diagnose().status == (isWide ? .findings : .clean))
    #expect(state.fix().status == .clean)
    #expect(try state.modes()[".openclaw/openclaw.json"] == after)
  }

  @Test(
    "FM-27: a group that shares keeps its access, and is asked about",
    arguments: [(0o600, 0o600), (0o640, 0o640), (0o660, 0o660), (0o664, 0o660), (0o666, 0o660)])
  func sharedFolder(_ mode: Int, _ after: Int) throws {
    let state = try StatePlace(mode: mode, folder: 0o2775)
    let report = state.fix()
    #expect(report.status == .findings)
    let asked = report.findings.filter { !$0.isFixed }
    #expect(asked.map(\.checkID) == ["state-folder-mode"])
    #expect(asked.first?.fixHint?.contains("is not meant to share it") == true)
    #expect(asked.first?.fixHint?.contains("--only state-folder-mode") == true)
    #expect(try state.place.mode(".openclaw") == 0o2770)
    #expect(try state.place.mode(".openclaw/openclaw.json") == after)
    // The question stays, and nothing else is done.
    #expect(state.fix().changes.isEmpty)
  }

  @Test("FM-27: asked for, the group's access goes", arguments: [true, false])
  func asked(_ byName: Bool) throws {
    let state = try StatePlace(mode: 0o660, folder: 0o2770)
    try state.add(".openclaw/.env", mode: 0o660)
    let report = state.fix { request in
      if byName { request.only = ["state-folder-mode"] } else { request.allowsUnsafe = true }
    }
    #expect(report.status == .clean && report.fixedCount == 1 && report.changes.count == 3)
    #expect(try state.place.mode(".openclaw") == 0o2700)
    #expect(try state.place.mode(".openclaw/openclaw.json") == 0o600)
    #expect(try state.place.mode(".openclaw/.env") == 0o600)
    #expect(state.fix().status == .clean)
  }

  @Test(
    "FM-27: a group that somebody chose keeps its access",
    .enabled(if: geteuid() == 0, "only root may give files to a group"))
  func chosenGroup() throws {
    let state = try StatePlace(mode: 0o664)
    try state.own(".openclaw/openclaw.json", gid: 50)
    let report = state.fix()
    #expect(try state.place.mode(".openclaw/openclaw.json") == 0o660)
    #expect(report.findings.map(\.isFixed) == [true, false])
    _ = state.fix { $0.only = ["config-mode"] }
    #expect(try state.place.mode(".openclaw/openclaw.json") == 0o600)
  }

  // MARK: FM-38

  @Test(
    "FM-38: the target of a link is judged, not the link", arguments: [0o666, 0o644, 0o600])
  func linkedConfig(_ mode: Int) throws {
    let state = try StatePlace()
    let config = state.home.appending(path: ".openclaw/openclaw.json")
    try state.add("dotfiles/real.json5", mode: mode)
    try FileManager.default.removeItem(at: config)
    try FileManager.default.createSymbolicLink(
      atPath: config.path, withDestinationPath: "../dotfiles/real.json5")
    let found = state.diagnose().findings.map(\.checkID)
    #expect(found == (mode == 0o600 ? [] : ["config-mode"]))
    #expect(state.fix().status == .clean)
    #expect(try state.place.mode("dotfiles/real.json5") == 0o600)
    // The folder that the link leads to is somebody's, not the state folder.
    #expect(try state.place.mode("dotfiles") == 0o755)
  }

  @Test("A state folder that is a link is judged where it leads")
  func linkedFolder() throws {
    let state = try StatePlace()
    try FileManager.default.moveItem(
      at: state.home.appending(path: ".openclaw"), to: state.home.appending(path: "data"))
    try FileManager.default.createSymbolicLink(
      atPath: state.home.appending(path: ".openclaw").path, withDestinationPath: "data")
    try state.set("data", 0o755)
    #expect(state.fix().status == .clean)
    #expect(try state.place.mode("data") == 0o700)
  }

  @Test("FM-38: a closed folder makes an open config less urgent, not right")
  func enclosed() throws {
    let closed = try StatePlace(mode: 0o644, folder: 0o700)
    #expect(closed.diagnose().findings.map(\.severity) == [.warning])
    let open = try StatePlace(mode: 0o644, folder: 0o711)
    #expect(open.diagnose().findings.first { $0.checkID == "config-mode" }?.severity == .error)
  }

  @Test("Below a closed folder, sessions are not looked at one by one")
  func sessions() throws {
    let state = try StatePlace()
    try state.add(".openclaw/agents/main/sessions/one.jsonl", mode: 0o644)
    try state.add(".openclaw/agents/main/sessions/sessions.json", mode: 0o644)
    let found = state.diagnose { $0.threshold = .info }.findings
    #expect(found.filter { $0.checkID == "secret-file-mode" }.count == 1)
    #expect(found.filter { $0.checkID == "state-folder-mode" }.allSatisfy { $0.severity == .info })
  }

  @Test(
    "A named config that is open to read matters where a secret stands in it",
    arguments: [
      ("{ gateway: { auth: { mode: 'token', token: '${T}' } } }", Report.Severity.info),
      (
        "{ gateway: { auth: { token: '3f9c1e7ab24d5608f1e2d3c4b5a69788' } } }",
        Report.Severity.warning
      ),
    ])
  func checkout(_ config: String, _ severity: Report.Severity) throws {
    let place = try Workplace(config)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: place.config.path)
    let found = place.doctor().diagnose(place.request()).findings
    #expect(found.first { $0.checkID == "config-mode" }?.severity == severity)
  }
}
