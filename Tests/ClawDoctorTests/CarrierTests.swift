import Foundation
import Testing

/// Configs inside other files and in other notations, from the command line.
@Suite(.needsBinary) struct CarrierTests {
  static let file = """
    apiVersion: v1
    kind: ConfigMap
    data:
      openclaw.json: |
        {
          "gateway": { "mode": "remote" },
          "slack": { "botToken": "demo-not-a-secret-slack" },
        }

    """

  @Test("The report says where in the file the config stands")
  func place() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let config = try scratch.file("map.yaml", Array(Self.file.utf8))
    let human = try Tool.run(["--config", config.path], in: scratch.folder)
    #expect(human.status == 1)
    #expect(human.output.contains("the config stands at data[\"openclaw.json\"] (configmap)"))
    #expect(human.output.contains("map.yaml:7:7 slack"))
    let json = try Tool.run(["--config", config.path, "--json"], in: scratch.folder)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let told = try #require(report["config"] as? [String: Any])
    #expect(told["kind"] as? String == "configmap" && told["format"] as? String == "json5")
    #expect(told["at"] as? String == "data[\"openclaw.json\"]")
    #expect(told["template"] as? Bool == false && told["document"] is NSNull)
    #expect(!(human.everything + json.everything).contains("demo-not-a-secret"))
  }

  @Test("A command to copy names the place too")
  func copied() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let config = try scratch.file("map.yaml", Array(Self.file.utf8))
    let run = try Tool.run(
      ["--config", config.path, "--at", "data[\"openclaw.json\"]"], in: scratch.folder)
    #expect(run.output.contains("--at 'data[\"openclaw.json\"]'\n"), "\(run.output)")
  }

  @Test("A malformed place is wrong usage, one where nothing is cannot be read")
  func wrongPlace() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let config = try scratch.file("map.yaml", Array(Self.file.utf8))
    for (place, status) in [("a[", 64), ("nowhere", 2)] as [(String, Int32)] {
      let run = try Tool.run(["--config", config.path, "--at", place], in: scratch.folder)
      #expect(run.status == status, "\(run.everything)")
    }
  }

  @Test("A converted config is shown only where standard output is asked for")
  func convert() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let config = try scratch.file("map.yaml", Array(Self.file.utf8))
    let written = try Tool.run(
      ["convert", config.path, "--to", "yaml", "--output", "new.yaml"], in: scratch.folder)
    #expect(written.status == 0 && !written.everything.contains("demo-not-a-secret"))
    let piped = try Tool.run(
      ["convert", config.path, "--to", "yaml", "--output", "-"], in: scratch.folder)
    let new = try String(
      contentsOf: scratch.folder.appending(path: "new.yaml"), encoding: .utf8)
    #expect(piped.status == 0 && piped.output == new && piped.errors == "")
    #expect(new.hasPrefix("gateway:\n  mode: remote\n"))
    let again = try Tool.run(
      ["convert", config.path, "--to", "yaml", "--output", "new.yaml"], in: scratch.folder)
    #expect(again.status == 3 && again.errors.contains("exists already"))
    let silent = try Tool.run(["convert", config.path, "--to", "yaml"], in: scratch.folder)
    #expect(silent.status == 64)
  }
}
