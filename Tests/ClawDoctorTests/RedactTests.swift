import Foundation
import Testing

/// `redact`.
@Suite(.needsBinary) struct RedactTests {
  private static let config = """
    {
      gateway: { auth: { token: "demo-not-a-secret/gateway" } },
      notes: "ghp_demoNotASecretDemoNotASecret12",
    }

    """

  private func run(
    _ arguments: [String], input: String = "", files: [String: String] = [:]
  ) throws -> Tool.Run {
    let scratch = try Scratch()
    defer { scratch.remove() }
    for (name, text) in files { _ = try scratch.file(name, Array(text.utf8)) }
    return try Tool.run(["redact"] + arguments, in: scratch.folder, input: Array(input.utf8))
  }

  @Test("Standard input is read when there is no file, and by its name")
  func standardInput() throws {
    for arguments in [[], ["-"]] {
      let run = try run(arguments, input: "token=demo-not-a-secret, sk-demo-not-a-secret\n")
      #expect(run.output == "token=‹token 1›, ‹api-key 1›\n")
      #expect(run.status == 0 && run.errors == "")
    }
  }

  @Test("Files come one after the other, and equal secrets get equal labels")
  func files() throws {
    let run = try run(
      ["b", "a"], input: "unread",
      files: ["a": "password: \"demo-not-a-secret\"", "b": "x\nAPI_TOKEN=demo-not-a-secret\n"])
    #expect(run.output == "x\nAPI_TOKEN=‹token 1›\npassword: \"‹token 1›\"")
    #expect(run.status == 0)
  }

  @Test("A file that cannot be read is named, and the others are done")
  func unreadable() throws {
    let run = try run(
      ["a", "absent\u{1B}", ".", "b"], files: ["a": "token=demo-not-a-secret\n", "b": "end\n"])
    #expect(run.output == "token=‹token 1›\nend\n")
    #expect(run.errors.contains("absent\\u{1b}: No such file or directory\n"))
    #expect(run.errors.contains(".: Is a directory\n"))
    #expect(run.status == 2)
  }

  @Test(
    "The secrets of a config are masked in every encoding",
    arguments: [
      "demo-not-a-secret/gateway", "demo-not-a-secret%2Fgateway",
      "demo\\u002dnot-a-secret\\/gateway",
      "eCBkZW1vLW5vdC1hLXNlY3JldC9nYXRld2F5IHk=",
      "64656d6f2d6e6f742d612d7365637265742f67617465776179",
      "Z2hwX2RlbW9Ob3RBU2VjcmV0RGVtb05vdEFTZWNyZXQxMg==",
    ])
  func exact(spelling: String) throws {
    let run = try run(
      ["--config", "c.json"], input: "see \(spelling) there\n", files: ["c.json": Self.config])
    #expect(run.output.hasPrefix("see ") && run.output.hasSuffix(" there\n"))
    #expect(run.output.contains("‹"), "\(run.output)")
    #expect(!run.output.contains(String(spelling.dropFirst(8).prefix(20))), "\(run.output)")
    #expect(run.status == 0 && run.errors == "")
  }

  @Test("Without its config nothing is written")
  func unreadableConfig() throws {
    for files in [[:], ["c.json": "{ token: 'demo-not-a-secret"]] {
      let run = try run(["--config", "c.json"], input: "text\n", files: files)
      #expect(run.output == "" && run.status == 2)
      #expect(run.errors.contains("c.json"))
      #expect(!run.everything.contains("demo-not-a-secret"))
    }
    let both = try run(["--config", "-"], input: "{}")
    #expect(both.status == 64 && both.output == "")
  }

  @Test("The report counts by kind and leaves the text alone")
  func report() throws {
    let text = "token=demo-1 token=demo-1 sk-demo-not-a-secret\n"
    let masked = "token=‹short-token 1› token=‹short-token 1› ‹api-key 1›\n"
    let human = try run(["--report"], input: text)
    #expect(human.output == masked && human.errors == "3 masked\n2 short-token\n1 api-key\n")
    let json = try run(["--json"], input: text)
    #expect(json.output == masked && json.status == 0)
    let object = try JSONSerialization.jsonObject(with: Data(json.errors.utf8)) as? [String: Any]
    #expect(object?["schemaVersion"] as? Int == 1)
    #expect(object?["total"] as? Int == 3)
    #expect(object?["masked"] as? [String: Int] == ["short-token": 2, "api-key": 1])
  }

  @Test("The proof plants secrets of every kind, those of the config too, and then goes on")
  func proof() throws {
    let run = try run(
      ["--prove", "--config", "c.json"], input: "token=demo-1\n", files: ["c.json": Self.config])
    #expect(run.output == "token=‹short-token 1›\n")
    #expect(run.errors.hasPrefix("proved: all of "))
    #expect(run.status == 0)
  }

  @Test("What cannot be seen is written")
  func visible() throws {
    let run = try run(["--visible"], input: "a\u{202E}b\u{200B}ü\n")
    #expect(run.output == "a\\u{202e}b\\u{200b}ü\n")
  }

  @Test("A reader that goes away ends the run quietly")
  func brokenPipe() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let text = String(repeating: "a line of a log\n", count: 200_000)
    _ = try scratch.file("log", Array(text.utf8))
    let binary = try #require(Tool.binary)
    for trap in ["", "trap '' PIPE; "] {
      let run = try Tool.run(
        ["-c", "\(trap)'\(binary.path)' redact log log log | head -n 1"], in: scratch.folder,
        program: URL(filePath: "/bin/sh"))
      #expect(run.output == "a line of a log\n" && run.errors == "")
    }
  }
}
