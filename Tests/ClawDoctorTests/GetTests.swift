import Foundation
import Testing

/// `config get` and `config file`.
@Suite(.needsBinary) struct GetTests {
  private func get(_ arguments: [String], _ text: String = Sample.old) throws -> Tool.Run {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let config = try scratch.file("openclaw.json", Array(text.utf8))
    return try Tool.run(
      ["config", "get"] + arguments + ["--config", config.path], in: scratch.folder)
  }

  @Test(
    "A value alone is what a script wants",
    arguments: [
      (["gateway.mode"], "local\n"), (["gateway.port"], "18789\n"),
      (["gateway.mode", "--json"], "\"local\"\n"), (["slack.enabled"], "true\n"),
    ])
  func value(_ arguments: [String], _ expected: String) throws {
    let run = try get(arguments)
    #expect(run.status == 0 && run.output == expected && run.errors == "")
  }

  @Test(
    "A secret is never shown",
    arguments: [[], ["--json"], ["slack.botToken"], ["gateway"], ["gateway.auth.token", "--json"]])
  func secret(_ arguments: [String]) throws {
    let run = try get(arguments)
    #expect(run.status == 0 && !run.output.isEmpty)
    #expect(!run.everything.contains(Sample.secret))
  }

  @Test(
    "A misspelt path gets a suggestion",
    arguments: [
      ("gateway.prot", "gateway.port"), ("gateway.por", "gateway.port"),
      ("slack.bottoken", "slack.botToken"), ("port", "gateway.port"),
    ])
  func misspelt(_ path: String, _ suggestion: String) throws {
    let run = try get([path])
    #expect(run.status == 1 && run.output == "")
    #expect(run.errors.contains("did you mean") && run.errors.contains(suggestion), "\(run.errors)")
  }

  @Test("A reference is shown as it is")
  func reference() throws {
    let run = try get(["a.token"], "{ a: { token: '${GATEWAY_TOKEN}' } }")
    #expect(run.output == "${GATEWAY_TOKEN}\n")
  }

  @Test("The file is found where OpenClaw looks for it")
  func file() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let folder = scratch.folder.appending(path: ".openclaw")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    let config = folder.appending(path: "openclaw.json")
    try Data(Sample.clean.utf8).write(to: config)
    let run = try Tool.run(["config", "file"], in: scratch.folder)
    #expect(run.status == 0 && run.output == config.path + "\n")
    let absent = try Tool.run(["config", "file", "--profile", "work"], in: scratch.folder)
    #expect(absent.status == 2)
    #expect(absent.output == scratch.folder.path + "/.openclaw-work/openclaw.json\n")
  }

  @Test("A file that is not there is named, and the reason is told")
  func missingFile() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = scratch.folder.appending(path: "absent.json").path
    let run = try Tool.run(["config", "file", "--config", path], in: scratch.folder)
    #expect(run.status == 2)
    #expect(run.output == path + "\n")
    #expect(run.errors.contains("there is no file \(path)"))
  }
}
