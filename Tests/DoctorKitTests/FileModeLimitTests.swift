import ConfigStore
import DoctorKit
import Foundation
import Testing

/// What is not OpenClaw's, or not to be changed, keeps its mode.
@Suite struct FileModeLimitTests {
  @Test("A link out of the state folder is not followed")
  func linkOut() throws {
    let state = try StatePlace(folder: 0o755)
    try state.add("outside/key.json", mode: 0o644)
    try state.add(".openclaw/credentials/own.json", mode: 0o644)
    for (link, target) in [
      ("credentials/link.json", "../../outside/key.json"), ("identity", "../outside"),
      (".env", "../outside/key.json"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: state.home.appending(path: ".openclaw/" + link).path, withDestinationPath: target)
    }
    #expect(state.fix().status == .clean)
    let modes = try state.modes()
    #expect(modes["outside"] == "755" && modes["outside/key.json"] == "644")
    #expect(modes[".openclaw/credentials/own.json"] == "600")
  }

  @Test("Of a named config, only the file, its copies and its .env are judged")
  func namedConfig() throws {
    let place = try StatePlace()
    try place.add("project/my.json", mode: 0o644)
    try place.add("project/my.json.bak", mode: 0o644)
    try place.add("project/.env", mode: 0o644)
    try place.add("project/other.json", mode: 0o644)
    let report = place.fix { $0.config = place.home.appending(path: "project/my.json").path }
    #expect(report.status == .clean)
    let modes = try place.modes()
    #expect(modes["project"] == "755" && modes["project/other.json"] == "644")
    for name in ["my.json", "my.json.bak", ".env"] { #expect(modes["project/" + name] == "600") }
  }

  @Test(
    "A named config's folder is a state folder where its name or what is in it says so",
    arguments: [
      (".openclaw-work", nil, true), (".clawdbot", nil, true), ("data", "agents/main/x", true),
      ("data", "credentials/x", true), ("data", "identity/x", true), ("data", "logs/x", false),
    ] as [(String, String?, Bool)])
  func recognition(_ folder: String, _ inside: String?, _ isState: Bool) throws {
    let place = try StatePlace()
    try place.add(folder + "/openclaw.json", mode: 0o600)
    if let inside { try place.add(folder + "/" + inside, mode: 0o600) }
    let config = place.home.appending(path: folder + "/openclaw.json").path
    _ = place.fix { $0.config = config }
    #expect(try place.place.mode(folder) == (isState ? 0o700 : 0o755))
    try place.set(folder, 0o755)
    _ = place.fix {
      $0.config = config
      $0.stateFolder = place.home.appending(path: folder).path
    }
    #expect(try place.place.mode(folder) == 0o700)
  }

  @Test("The home folder, those above it and folders for all are never changed")
  func bystanders() throws {
    let place = try StatePlace()
    try place.set("", 0o755)
    try place.add("openclaw.json", mode: 0o644)
    let report = place.fix { $0.stateFolder = place.home.path }
    let left = report.findings.filter { !$0.isFixed }
    #expect(left.map(\.checkID) == ["state-folder-mode"])
    #expect(try place.place.mode("") == 0o755)
    #expect(try place.place.mode("openclaw.json") == 0o600)
    try place.add("shared/openclaw.json", mode: 0o600)
    try place.set("shared", 0o1777)
    let sticky = place.fix { $0.stateFolder = place.home.appending(path: "shared").path }
    #expect(sticky.findings.map(\.checkID) == ["state-folder-mode"])
    #expect(try place.place.mode("shared") == 0o1777)
  }

  @Test("Where agents work, other users may have to enter")
  func workspace() throws {
    let state = try StatePlace(folder: 0o755)
    try state.add(".openclaw/workspace/notes.md", mode: 0o644)
    try state.add(".openclaw/cron/jobs.json", mode: 0o644)
    _ = state.fix()
    let modes = try state.modes()
    #expect(modes[".openclaw/workspace"] == "755" && modes[".openclaw/workspace/notes.md"] == "644")
    #expect(modes[".openclaw/cron"] == "700")
  }

  @Test("A log that the config names is judged in the state folder only")
  func log() throws {
    let state = try StatePlace("{ logging: { file: '~/.openclaw/own/my.log' } }", folder: 0o755)
    try state.add(".openclaw/own/my.log", mode: 0o644)
    _ = state.fix()
    #expect(try state.modes()[".openclaw/own/my.log"] == "600")
    let other = try StatePlace("{ logging: { file: '~/elsewhere.log' } }")
    try other.add("elsewhere.log", mode: 0o644)
    #expect(other.fix().findings.isEmpty)
    #expect(try other.modes()["elsewhere.log"] == "644")
  }

  @Test(
    "A managed install is told about and left",
    arguments: [["OPENCLAW_NIX_MODE": "1"], ["OPENCLAW_CONFIG_READONLY": "1"]])
  func managed(_ variables: [String: String]) throws {
    let state = try FileModeTests.wide()
    let before = try state.modes()
    let report = state.fix(variables)
    #expect(report.status == .findings && report.changes.isEmpty && report.fixedCount == 0)
    #expect(report.findings.allSatisfy { !$0.isFixable })
    #expect(try state.modes() == before)
  }

  @Test("A file with further names is left")
  func hardLink() throws {
    let state = try StatePlace()
    try state.add(".openclaw/.env", mode: 0o644)
    try FileManager.default.linkItem(
      at: state.home.appending(path: ".openclaw/.env"), to: state.home.appending(path: "other"))
    let report = state.fix()
    #expect(report.status == .findings && report.changes.isEmpty)
    #expect(try state.modes()["other"] == "644")
  }

  @Test("With --output the config and what is around it stay as they are")
  func output() throws {
    let state = try FileModeTests.wide()
    let before = try state.modes()
    let report = state.fix { $0.output = state.home.appending(path: "new.json").path }
    #expect(report.status == .clean && report.findings.isEmpty)
    var after = try state.modes().filter { !$0.key.hasPrefix(".clawdoctor") }
    #expect(after.removeValue(forKey: "new.json") == "600")
    #expect(after == before)
  }

  @Test(
    "Files of another user are named and left",
    .enabled(if: geteuid() == 0, "only root may give files to another user"))
  func owner() throws {
    let state = try StatePlace()
    for name in [".openclaw", ".openclaw/openclaw.json"] {
      try state.own(name, uid: 1_234, gid: 1_234)
    }
    try state.add(".openclaw/.env", mode: 0o644)
    try state.add(".openclaw/identity/device.json", mode: 0o644)
    try state.own(".openclaw/identity", uid: 1_234, gid: 1_234)
    try state.own(".openclaw/identity/device.json", uid: 1_234, gid: 1_234)
    let report = state.fix()
    let left = report.findings.filter { !$0.isFixed && $0.severity > .info }
    #expect(left.map(\.checkID) == ["secret-file-mode", "file-owner"])
    #expect(left.allSatisfy { $0.file?.hasSuffix("/.env") == true })
    let modes = try state.modes()
    #expect(modes[".openclaw/.env"] == "644")
    #expect(modes[".openclaw/identity/device.json"] == "600")
  }

  // MARK: Failures

  @Test("A mode that cannot be changed is said, and holds no other back")
  func oneFails() throws {
    let state = try StatePlace(mode: 0o644, folder: 0o755)
    try state.add(".openclaw/.env", mode: 0o644)
    let report = Self.stubborn(state) { $0.hasSuffix("/.env") }
    #expect(report.status == .findings)
    let left = report.findings.filter { !$0.isFixed }
    #expect(left.map(\.checkID) == ["secret-file-mode", "secret-file-mode"])
    #expect(left.contains { $0.message.contains("stays as it was") })
    #expect(!report.changes.contains { $0.file?.hasSuffix("/.env") == true })
    let modes = try state.modes()
    #expect(modes[".openclaw/.env"] == "644" && modes[".openclaw/openclaw.json"] == "600")
  }

  @Test("Of a repair of many files, what could be done is told as done")
  func someFail() throws {
    let state = try StatePlace(mode: 0o660, folder: 0o2770)
    try state.add(".openclaw/.env", mode: 0o660)
    let report = Self.stubborn(state, unsafe: true) { $0.hasSuffix("/.env") }
    #expect(report.status == .findings && report.changes.count == 2)
  }

  @Test("Where no mode can be changed and nothing else was done, the write failed")
  func allFail() throws {
    let state = try StatePlace(mode: 0o644, folder: 0o755)
    let report = Self.stubborn(state) { _ in true }
    #expect(report.status == .writeFailed && report.fixedCount == 0 && report.changes.isEmpty)
    #expect(try state.modes()[".openclaw"] == "755")
  }

  private static func stubborn(
    _ state: StatePlace, unsafe: Bool = false, _ isStubborn: @escaping @Sendable (String) -> Bool
  ) -> Report {
    let environment = Environment(variables: ["HOME": state.home.path], now: 1_795_000_000)
    let doctor = Doctor(environment: environment, files: StubbornFileSystem(isStubborn))
    return doctor.fix(state.request { $0.allowsUnsafe = unsafe }).report
  }
}
