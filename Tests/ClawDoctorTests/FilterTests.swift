import Foundation
import Testing

/// `--config -`: from standard input to standard output.
@Suite(.needsBinary) struct FilterTests {
  private func filter(_ text: String, _ options: [String] = []) throws -> Tool.Run {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let run = try Tool.run(
      ["--fix", "--config", "-"] + options, in: scratch.folder, input: Array(text.utf8))
    #expect(try scratch.names() == [], "a filter made a file")
    return run
  }

  @Test("The repaired config goes to standard output, the report to standard error")
  func repaired() throws {
    let run = try filter(Sample.old)
    #expect(run.status == 0)
    #expect(run.output == Sample.repaired)
    #expect(run.errors.contains("stdin:2:") && !run.errors.contains(Sample.secret))
  }

  @Test("The report of a filter can be JSON")
  func json() throws {
    let run = try filter(Sample.old, ["--json"])
    #expect(run.output == Sample.repaired)
    let report = try JSONSerialization.jsonObject(with: Data(run.errors.utf8)) as? [String: Any]
    #expect((report?["changes"] as? [Any])?.count == 2)
  }

  @Test(
    "A clean config passes byte for byte", arguments: [Sample.clean, "\u{FEFF}{\r\n}\r\n", "{}"])
  func clean(_ text: String) throws {
    let run = try filter(text)
    #expect(run.status == 0 && Array(run.output.utf8) == Array(text.utf8))
  }

  @Test("A redacted view that comes back is refused (FM-03)", arguments: [[], ["--json"]])
  func redacted(_ options: [String]) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let config = try scratch.file("openclaw.json", Array(try Sample.example().utf8))
    let view = try Tool.run(
      ["config", "get", "--config", config.path] + options, in: scratch.folder)
    #expect(view.status == 0 && !view.everything.contains(Sample.secret))
    let run = try filter(view.output)
    #expect(run.status == 3)
    #expect(run.output == "", "a config full of labels was given out")
    #expect(run.errors.contains("label"), "\(run.errors)")
  }

  @Test("What is no config gives nothing out", arguments: ["", "// nothing\n", Sample.broken])
  func broken(_ text: String) throws {
    let run = try filter(text)
    #expect(run.status == 2 && run.output == "" && !run.errors.isEmpty, "\(run.output)")
  }
}
