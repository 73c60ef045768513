import Foundation
import Testing

/// What programs and people read.
@Suite(.needsBinary) struct ReportTests {
  private func object(_ text: String) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(value as? [String: Any])
  }

  private func expect(_ keys: [String], in value: Any?, _ name: String) throws {
    let object = try #require(value as? [String: Any], "\(name) is no object")
    for key in keys { #expect(object.keys.contains(key), "\(name) has no \(key)") }
  }

  /// Options and config of a run whose output must be one JSON object.
  struct Case: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let config: String
    var testDescription: String { "\(arguments.joined(separator: " ")) on \(config.prefix(40))" }
  }

  static let cases = [
    Case(arguments: ["--json"], config: Sample.old),
    Case(arguments: ["doctor", "--format", "json"], config: Sample.old),
    Case(arguments: ["--fix", "--json"], config: Sample.old),
    Case(arguments: ["--fix", "--json", "--dry-run", "--diff"], config: Sample.old),
    Case(arguments: ["--fix", "--json", "--color", "always", "--verbose"], config: Sample.old),
    Case(arguments: ["--json"], config: Sample.clean),
    Case(arguments: ["--json"], config: Sample.masked),
    Case(arguments: ["--json"], config: Sample.broken),
    Case(arguments: ["undo", "--json"], config: Sample.clean),
  ]

  @Test("--json is one object with every key of the contract, and nothing else", arguments: cases)
  func contract(_ test: Case) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let config = try scratch.file("openclaw.json", Array(test.config.utf8))
    let run = try Tool.run(test.arguments + ["--config", config.path], in: scratch.folder)
    #expect(run.errors == "", "something was said beside the object")
    let report = try object(run.output)
    try expect(
      [
        "schemaVersion", "tool", "config", "ok", "written", "backup", "summary", "changes",
        "findings",
      ], in: report, "the report")
    #expect(report["schemaVersion"] as? Int == 1)
    #expect(report["ok"] as? Bool == (run.status == 0))
    try expect(["name", "version"], in: report["tool"], "tool")
    try expect(
      ["path", "format", "declaredRelease", "acceptedBy", "targetRelease"], in: report["config"],
      "config")
    try expect(["error", "warning", "info", "fixed"], in: report["summary"], "summary")
    for change in try #require(report["changes"] as? [Any]) {
      try expect(
        ["migration", "action", "from", "to", "file", "line", "column", "message"], in: change,
        "a change")
    }
    for finding in try #require(report["findings"] as? [Any]) {
      try expect(
        [
          "checkId", "severity", "message", "path", "file", "line", "column", "since", "fixHint",
          "fixed",
        ], in: finding, "a finding")
    }
    #expect(!run.output.contains(Sample.secret) && !run.output.contains("\u{1B}"))
  }

  @Test("A repair says what it did, and where the old bytes are")
  func repair() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let config = try scratch.file("openclaw.json", Array(Sample.old.utf8))
    let run = try Tool.run(["--fix", "--json", "--config", config.path], in: scratch.folder)
    let report = try object(run.output)
    #expect(report["written"] as? Bool == true)
    let changes = try #require(report["changes"] as? [[String: Any]])
    #expect(
      changes.map { $0["from"] as? String } == ["slack", "browser.ssrfPolicy.allowPrivateNetwork"])
    let backup = try #require(report["backup"] as? String)
    #expect(try String(contentsOfFile: backup, encoding: .utf8) == Sample.old)
    let mode = try FileManager.default.attributesOfItem(atPath: backup)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(try String(contentsOf: config, encoding: .utf8) == Sample.repaired)
  }

  @Test(
    "A dry run never says that something was done (FM-12)", arguments: [[], ["--json"], ["--diff"]])
  func dryRun(_ options: [String]) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let config = try scratch.file("openclaw.json", Array(Sample.old.utf8))
    let before = try FileState(config)
    let run = try Tool.run(
      ["--fix", "--dry-run", "--config", config.path] + options, in: scratch.folder)
    #expect(run.status == 1)
    let body = run.output.replacing("(fixed)", with: "").replacing("\"fixed\"", with: "")
      .replacing("\"written\"", with: "").replacing("\"writtenTo\"", with: "")
      .replacing("\"writtenFiles\"", with: "")
      .replacing("last written by", with: "").lowercased()
    for word in ["fixed", "written", "moved", "renamed", "converted", "repaired", "done"] {
      #expect(!body.contains(word), "a dry run says \(word): \(run.output)")
    }
    if options == ["--json"] {
      let report = try object(run.output)
      #expect(report["written"] as? Bool == false)
      #expect((report["summary"] as? [String: Any])?["fixed"] as? Int == 0)
      let findings = try #require(report["findings"] as? [[String: Any]])
      #expect(findings.allSatisfy { $0["fixed"] as? Bool == false })
    }
    #expect(try FileState(config) == before)
    #expect(try scratch.names() == ["openclaw.json"])
  }

  @Test("A difference hides secrets on both sides, under the same label (FM-52)")
  func diff() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let config = try scratch.file("openclaw.json", Array(Sample.old.utf8))
    let run = try Tool.run(
      ["--fix", "--dry-run", "--diff", "--config", config.path], in: scratch.folder)
    let lines = run.output.split(separator: "\n")
    let sides = ["-", "+"].map { mark in
      lines.filter { $0.hasPrefix(mark) && $0.contains("botToken") }
    }
    #expect(sides.allSatisfy { $0.count == 1 }, "\(run.output)")
    let labels = sides.joined().compactMap { $0.firstMatch(of: /botToken: "([^"]*)"/)?.1 }
    #expect(labels.count == 2 && Set(labels).count == 1, "\(labels)")
    #expect(!run.everything.contains(Sample.secret))
  }

  @Test(
    "A pipe gets no colours unless they are asked for (FM-68)",
    arguments: ["auto", "never", "always"])
  func colours(_ choice: String) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let config = try scratch.file("openclaw.json", Array(Sample.old.utf8))
    let run = try Tool.run(["--color", choice, "--config", config.path], in: scratch.folder)
    #expect(run.everything.contains("\u{1B}[") == (choice == "always"))
    let plain = run.output.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(plain.contains("openclaw.json:2:"), "colours hide what is said: \(plain)")
  }

  @Test("A broken text is shown where it breaks, without its secrets")
  func excerpt() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let config = try scratch.file("openclaw.json", Array(Sample.broken.utf8))
    let run = try Tool.run(["--config", config.path], in: scratch.folder)
    #expect(run.status == 2)
    #expect(run.output.contains(/openclaw\.json:\d+:\d+/), "\(run.output)")
    #expect(!run.everything.contains(Sample.secret))
  }
}
