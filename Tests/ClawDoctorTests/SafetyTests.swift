import Foundation
import Testing

/// What happens to files: nothing that was not asked for.
@Suite(.needsBinary) struct SafetyTests {
  @Test(
    "A clean file is not touched at all",
    arguments: [
      [], ["--fix"], ["config", "get"], ["config", "file"],
      ["config", "set", "gateway.port", "18789"], ["config", "diff", "openclaw.json"],
    ])
  func clean(_ command: [String]) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let config = try scratch.file("openclaw.json", Array(Sample.clean.utf8))
    let before = try FileState(config)
    let run = try Tool.run(command + ["--config", config.path], in: scratch.folder)
    #expect(run.status == 0, "\(run.everything)")
    #expect(try FileState(config) == before)
    #expect(try scratch.names() == ["openclaw.json"], "something was made beside the config")
  }

  @Test(
    "A managed install is refused, and its file untouched (FM-47)",
    arguments: ["OPENCLAW_NIX_MODE", "OPENCLAW_CONFIG_READONLY"])
  func managed(_ variable: String) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let config = try scratch.file("openclaw.json", Array(Sample.old.utf8))
    let before = try FileState(config)
    let variables = [variable: "1"]
    let run = try Tool.run(
      ["--fix", "--config", config.path], in: scratch.folder, variables: variables)
    #expect(run.status == 3)
    #expect(run.output.contains("managed"), "\(run.output)")
    let shown = try Tool.run(
      ["--fix", "--dry-run", "--diff", "--config", config.path], in: scratch.folder,
      variables: variables)
    #expect(shown.status == 1 && shown.output.contains("+++"), "\(shown.output)")
    let set = try Tool.run(
      ["config", "set", "gateway.port", "1", "--config", config.path], in: scratch.folder,
      variables: variables)
    #expect(set.status == 3 && set.output.contains("managed"), "\(set.output)")
    #expect(try FileState(config) == before)
    #expect(try scratch.names() == ["openclaw.json"])
  }

  @Test("Undo brings the exact bytes back, and again the repair")
  func undo() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let example = try Sample.example()
    let config = try scratch.file("openclaw.json", Array(example.utf8))
    let place = ["--config", config.path]
    _ = try Tool.run(["--fix"] + place, in: scratch.folder)
    let repaired = try Data(contentsOf: config)
    #expect(repaired != Data(example.utf8))
    #expect(try Tool.run(["undo"] + place, in: scratch.folder).status == 0)
    #expect(try Data(contentsOf: config) == Data(example.utf8))
    #expect(try Tool.run(["undo"] + place, in: scratch.folder).status == 0)
    #expect(try Data(contentsOf: config) == repaired)
  }

  @Test("An undo that would lose an edit is refused, unless it is forced")
  func edited() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let config = try scratch.file("openclaw.json", Array(Sample.old.utf8))
    let place = ["--config", config.path]
    _ = try Tool.run(["--fix"] + place, in: scratch.folder)
    let edit = Sample.repaired.replacing("18789", with: "18790")
    _ = try scratch.file("openclaw.json", Array(edit.utf8))
    #expect(try Tool.run(["undo"] + place, in: scratch.folder).status == 3)
    #expect(try String(contentsOf: config, encoding: .utf8) == edit)
    #expect(try Tool.run(["undo", "--force"] + place, in: scratch.folder).status == 0)
    #expect(try String(contentsOf: config, encoding: .utf8) == Sample.old)
    let backups = scratch.folder.appending(path: ".clawdoctor/backups/openclaw.json")
    let kept = try FileManager.default.contentsOfDirectory(atPath: backups.path)
      .filter { $0.hasSuffix(".json5") }
      .map { try String(contentsOf: backups.appending(path: $0), encoding: .utf8) }
    #expect(kept.contains(edit), "the edit is in no backup")
  }

  @Test("The example keeps its comments and its secrets, and a second run does nothing")
  func example() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let example = try Sample.example()
    let config = try scratch.file("openclaw.json", Array(example.utf8))
    let place = ["--config", config.path]
    let first = try Tool.run(["--fix", "--diff"] + place, in: scratch.folder)
    #expect(first.status < 2, "\(first.output)")
    #expect(!first.everything.contains(Sample.secret))
    let repaired = try String(contentsOf: config, encoding: .utf8)
    for comment in example.matches(of: #/(?m)(?:^|\s)(//.*|/\*.*\*/)/#) {
      #expect(repaired.contains(comment.1), "lost: \(comment.1)")
    }
    for secret in example.matches(of: #/"([^"]*demo-not-a-secret[^"]*)"/#) {
      #expect(repaired.contains(secret.1), "lost: \(secret.1)")
    }
    let before = try FileState(config)
    let second = try Tool.run(["--fix", "--json"] + place, in: scratch.folder)
    #expect(try FileState(config) == before, "the second run wrote: \(second.output)")
  }

  @Test("--output leaves the config alone and writes privately")
  func output() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let config = try scratch.file("openclaw.json", Array(Sample.old.utf8))
    let before = try FileState(config)
    let target = scratch.folder.appending(path: "new.json")
    let run = try Tool.run(
      ["--fix", "--output", target.path, "--config", config.path], in: scratch.folder)
    #expect(run.status == 0, "\(run.everything)")
    #expect(try FileState(config) == before)
    let written = try FileState(target)
    #expect(written.bytes == Data(Sample.repaired.utf8) && written.mode == 0o600)
  }
}
