import Foundation
import Testing

@Suite(.needsBinary) struct ExitStatusTests {
  /// A run and the status that it must end with.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let arguments: [String]
    var config: String? = Sample.clean
    var variables: [String: String] = [:]
    let status: Int32
    var testDescription: String { "\(status): \(name)" }
  }

  static let cases = [
    Case(name: "nothing is wrong", arguments: [], status: 0),
    Case(name: "everything was mended", arguments: ["--fix"], config: Sample.old, status: 0),
    Case(name: "the alias --repair", arguments: ["--repair"], config: Sample.old, status: 0),
    Case(
      name: "lint of a clean config", arguments: ["--lint", "--yes", "--non-interactive"], status: 0
    ),
    Case(name: "old keys are found", arguments: [], config: Sample.old, status: 1),
    Case(name: "the command by its name", arguments: ["doctor"], config: Sample.old, status: 1),
    Case(
      name: "old keys are left by a dry run", arguments: ["--fix", "--dry-run"], config: Sample.old,
      status: 1),
    Case(
      name: "what only a person can mend", arguments: ["--fix"], config: Sample.masked, status: 1),
    Case(name: "no path like that", arguments: ["config", "get", "a.b"], status: 1),
    Case(name: "broken text", arguments: [], config: Sample.broken, status: 2),
    Case(name: "broken text to repair", arguments: ["--fix"], config: Sample.broken, status: 2),
    Case(
      name: "broken text to look at", arguments: ["config", "get"], config: Sample.broken, status: 2
    ),
    Case(name: "no file", arguments: ["--fix"], config: nil, status: 2),
    Case(name: "no backup", arguments: ["undo"], status: 2),
    Case(
      name: "managed by Nix", arguments: ["--fix"], config: Sample.old,
      variables: ["OPENCLAW_NIX_MODE": "1"], status: 3),
    Case(
      name: "read-only by decree", arguments: ["--fix"], config: Sample.old,
      variables: ["OPENCLAW_CONFIG_READONLY": "1"], status: 3),
    Case(name: "an unknown option", arguments: ["--fixx"], status: 64),
    Case(name: "an unknown command", arguments: ["doktor"], status: 64),
    Case(name: "no release", arguments: ["--release", "yesterday"], status: 64),
    Case(name: "no migration", arguments: ["--fix", "--only", "no-such-thing"], status: 64),
    Case(name: "lint and fix", arguments: ["--lint", "--fix"], status: 64),
    Case(name: "a path that cannot be read", arguments: ["config", "get", "a["], status: 64),
    Case(name: "output without fix", arguments: ["--output", "x.json"], status: 64),
  ]

  @Test("A run ends with its status", arguments: cases)
  func status(_ test: Case) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let config = scratch.folder.appending(path: "openclaw.json")
    if let text = test.config { _ = try scratch.file("openclaw.json", Array(text.utf8)) }
    let run = try Tool.run(
      test.arguments + ["--config", config.path], in: scratch.folder, variables: test.variables)
    #expect(run.status == test.status, "\(run.everything)")
    #expect(!run.everything.contains(Sample.secret), "a secret was printed")
    let isWritten = test.status == 0 && test.config == Sample.old
    if let text = test.config, !isWritten {
      #expect(try String(contentsOf: config, encoding: .utf8) == text, "the config was changed")
    }
  }

  @Test(
    "The threshold decides what counts", arguments: [("error", 0), ("warning", 1), ("info", 1)])
  func threshold(_ severity: String, _ status: Int32) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let config = try scratch.file("openclaw.json", Array("{ logging: {}, logging: {} }".utf8))
    let run = try Tool.run(
      ["--severity-min", severity, "--config", config.path], in: scratch.folder)
    #expect(run.status == status, "\(run.everything)")
  }
}
