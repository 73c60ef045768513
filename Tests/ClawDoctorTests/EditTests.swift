import Foundation
import Testing

/// `config set`, `unset`, `patch`, `diff` and `--fix --restore-from`, run as a user would run them.
@Suite(.needsBinary) struct EditTests {
  /// A run on a config, and what stands in its file afterwards.
  private struct Edited {
    let run: Tool.Run
    let text: String
    let names: [String]
  }

  private func edit(
    _ arguments: [String], _ text: String = Sample.old, input: String = ""
  ) throws -> Edited {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let config = try scratch.file("openclaw.json", Array(text.utf8))
    let run = try Tool.run(
      arguments + ["--config", config.path], in: scratch.folder, input: Array(input.utf8))
    return Edited(
      run: run, text: String(decoding: try Data(contentsOf: config), as: UTF8.self),
      names: try scratch.names())
  }

  @Test("One value is set and no other byte changes; undo takes it back")
  func set() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let config = try scratch.file("openclaw.json", Array(Sample.old.utf8))
    let run = try Tool.run(
      ["config", "set", "gateway.port", "19001", "--config", config.path], in: scratch.folder)
    #expect(run.status == 0, "\(run.everything)")
    #expect(run.output.contains("openclaw.json:3:29 change `gateway.port`"))
    #expect(run.output.contains("2 pending migrations were left alone"))
    #expect(run.output.contains("To take it back: clawdoctor undo --config"))
    let after = try String(contentsOf: config, encoding: .utf8)
    #expect(after == Sample.old.replacingOccurrences(of: "18789", with: "19001"))
    let undone = try Tool.run(["undo", "--config", config.path], in: scratch.folder)
    #expect(undone.status == 0)
    #expect(try String(contentsOf: config, encoding: .utf8) == Sample.old)
  }

  @Test("A value from standard input is taken without the line end, and without a warning")
  func pipe() throws {
    for input in ["demo-not-a-secret-piped\n", "demo-not-a-secret-piped"] {
      let piped = try edit(["config", "set", "channels.slack.botToken", "-"], "{}\n", input: input)
      #expect(piped.run.status == 0, "\(piped.run.everything)")
      #expect(piped.text.contains("\"botToken\": \"demo-not-a-secret-piped\""), "\(piped.text)")
      #expect(!piped.run.everything.contains(Sample.secret))
      #expect(!piped.run.output.contains("command line"))
    }
  }

  @Test("FM-18: a secret on the command line is refused with a hint, and never shown")
  func exposed() throws {
    let value = "demo-not-a-secret-exposed"
    for form in [[], ["--json"], ["--diff", "--verbose"], ["--dry-run", "--diff"]] {
      let edited = try edit(["config", "set", "channels.slack.botToken", value] + form, "{}\n")
      #expect(edited.run.status == 3)
      #expect(edited.run.output.contains("pipe it in"))
      #expect(edited.text == "{}\n")
      #expect(!edited.run.everything.contains(value))
    }
  }

  @Test("A reference to a variable is no secret, and gives no warning")
  func reference() throws {
    let edited = try edit(["config", "set", "channels.slack.botToken", "${SLACK_TOKEN}"], "{}\n")
    #expect(edited.run.status == 0, "\(edited.run.everything)")
    #expect(!edited.run.output.contains("command line"))
    #expect(edited.text.contains("\"${SLACK_TOKEN}\""))
  }

  @Test(
    "No refusal shows the value that it is about",
    arguments: [
      ["gateway.port", "demo-not-a-secret-x"], ["gateway.port", "{ demo-not-a-secret-x"],
      ["gateway..port", "demo-not-a-secret-x"], ["gateway.auth.token", "[\"demo-not-a-secret-x"],
      ["gateway.bnd", "demo-not-a-secret-x"],
      ["--strict-json", "gateway.port", "demo-not-a-secret"],
      ["gateway.auth.mode", "demo-not-a-secret-x"],
    ])
  func silent(_ words: [String]) throws {
    for form in [[], ["--json"]] {
      let edited = try edit(["config", "set"] + words + form)
      #expect([3, 64].contains(edited.run.status), "\(edited.run.everything)")
      #expect(!edited.run.everything.contains(Sample.secret), "\(edited.run.everything)")
      #expect(edited.text == Sample.old)
      #expect(edited.names == ["openclaw.json"])
    }
  }

  static let endings: [([String], Int32)] = [
    (["config", "set", "gateway.port", "18789"], 0), (["config", "set", "gateway.port", "x"], 3),
    (["config", "set", "gateway.port"], 64), (["config", "set", "gateway..port", "1"], 64),
    (["config", "set", "a", "1", "--merge", "--replace"], 64),
    (["config", "set", "a", "-", "b", "-"], 64), (["config", "unset", "gateway.mode"], 0),
    (["config", "unset", "gateway.nothing"], 1), (["config", "patch", "absent.json"], 2),
    (["config", "patch", "-"], 2), (["config", "diff", "absent.json"], 2),
    (["--fix", "--restore-from", "absent.json"], 2), (["--restore-from", "x"], 64),
    (["--fix", "--restore-from", "x", "--unsafe"], 64),
  ]

  @Test("Each kind of end has its status", arguments: endings)
  func statuses(_ arguments: [String], _ status: Int32) throws {
    let edited = try edit(arguments)
    #expect(edited.run.status == status, "\(edited.run.everything)")
    if status != 0 { #expect(edited.text == Sample.old) }
  }

  @Test("A dry run and --output leave the config alone")
  func elsewhere() throws {
    let dry = try edit(["config", "set", "gateway.port", "1", "--dry-run", "--diff"])
    #expect(dry.text == Sample.old && dry.names == ["openclaw.json"])
    #expect(dry.run.output.contains("port: 1,") && dry.run.output.contains("To do (1)"))
    #expect(!dry.run.output.contains("change `gateway.port`\n\nDone"))
    let scratch = try Scratch()
    defer { scratch.remove() }
    let config = try scratch.file("openclaw.json", Array(Sample.old.utf8))
    let target = scratch.folder.appending(path: "new.json")
    let run = try Tool.run(
      ["config", "unset", "slack", "--config", config.path, "--output", target.path],
      in: scratch.folder)
    #expect(run.status == 0, "\(run.everything)")
    #expect(try FileState(target).mode == 0o600)
    #expect(try !String(contentsOf: target, encoding: .utf8).contains("botToken"))
    #expect(try String(contentsOf: config, encoding: .utf8) == Sample.old)
  }

  @Test("As a filter it gives the edited config out, and the report aside")
  func filter() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let patch = try scratch.file("patch.json", Array("{ gateway: { port: 1 } }".utf8))
    for arguments in [
      ["config", "set", "gateway.port", "1"], ["config", "patch", patch.path],
    ] {
      let run = try Tool.run(
        arguments + ["--config", "-"], in: scratch.folder, input: Array(Sample.old.utf8))
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output == Sample.old.replacingOccurrences(of: "18789", with: "1"))
      #expect(run.errors.contains("stdin:3:29 change `gateway.port`"))
    }
    let refused = try Tool.run(
      ["config", "set", "gateway.port", "x", "--config", "-"], in: scratch.folder,
      input: Array(Sample.old.utf8))
    #expect(refused.status == 3 && refused.output == "")
    let both = try Tool.run(
      ["config", "set", "gateway.port", "-", "--config", "-"], in: scratch.folder,
      input: Array(Sample.old.utf8))
    #expect(both.status == 64 && both.output == "")
  }

  @Test("A view is edited and given back; what came of it is told in JSON")
  func view() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let config = try scratch.file("openclaw.json", Array(try Sample.example().utf8))
    let before = try String(contentsOf: config, encoding: .utf8)
    let view = try Tool.run(["config", "get", "--config", config.path], in: scratch.folder)
    #expect(view.status == 0 && !view.output.contains(Sample.secret))
    let edited = view.output.replacingOccurrences(of: "\"local\"", with: "\"remote\"")
    #expect(edited != view.output)
    let run = try Tool.run(
      ["config", "patch", "--config", config.path, "--json"], in: scratch.folder,
      input: Array(edited.utf8))
    let report = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(report?["written"] as? Bool == true, "\(run.output)")
    #expect((report?["changes"] as? [Any])?.count == 1)
    #expect(!run.everything.contains(Sample.secret))
    #expect(
      try String(contentsOf: config, encoding: .utf8)
        == before.replacingOccurrences(of: "\"local\"", with: "\"remote\""))
  }

  @Test("Masked values come back from a backup, and the difference shows them masked")
  func restore() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let good = try scratch.file("backup.json", Array(Sample.old.utf8))
    let damaged = Sample.old.replacingOccurrences(
      of: "demo-not-a-secret-slack", with: "__OPENCLAW_REDACTED__")
    let config = try scratch.file("openclaw.json", Array(damaged.utf8))
    let told = try Tool.run(["--config", config.path], in: scratch.folder)
    #expect(told.output.contains("--restore-from"))
    let difference = try Tool.run(
      ["config", "diff", good.path, "--config", config.path], in: scratch.folder)
    #expect(difference.status == 1)
    #expect(
      difference.output.contains("~ slack.botToken: \"‹token 1›\" -> \"__OPENCLAW_REDACTED__\"")
        || difference.output.contains(
          "~ slack.botToken: \"‹token 2›\" -> \"__OPENCLAW_REDACTED__\""),
      "\(difference.output)")
    let run = try Tool.run(
      ["--fix", "--restore-from", good.path, "--config", config.path], in: scratch.folder)
    #expect(run.status == 0, "\(run.everything)")
    #expect(run.output.contains("put back the value of `slack.botToken`"))
    #expect(!run.everything.contains(Sample.secret))
    #expect(try String(contentsOf: config, encoding: .utf8) == Sample.old)
    let same = try Tool.run(
      ["config", "diff", good.path, "--config", config.path, "--unified"], in: scratch.folder)
    #expect(same.status == 0 && same.output == "")
  }

  @Test("FM-11: of eight edits at once none is lost", .timeLimit(.minutes(2)))
  func parallel() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let config = try scratch.file(
      "openclaw.json", Array("{ channels: { telegram: { groups: {} } } }\n".utf8))
    let folder = scratch.folder
    let statuses = try await withThrowingTaskGroup(of: Int32.self) { group in
      for number in 0..<8 {
        group.addTask {
          try Tool.run(
            [
              "config", "set", "channels.telegram.groups[\"-\(number)\"]", "{}", "--config",
              config.path,
            ], in: folder
          ).status
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses == Array(repeating: 0, count: 8))
    let text = try String(contentsOf: config, encoding: .utf8)
    for number in 0..<8 { #expect(text.contains("\"-\(number)\": {}")) }
  }
}
