import Foundation
import Testing

/// Few options are read by a smaller command: nobody may see a difference.
@Suite(.needsBinary) struct PlainCommandTests {
  @Test(
    "A line with few options does what it does with all of them",
    arguments: [
      "--config C", "--config C --json", "--quiet --config C", "--config C --verbose",
      "--config C --diff", "--fix --dry-run --config C", "--repair --dry-run --diff --config C",
      "--fix --config C", "--fix --config C --json --diff", "--config C --config D", "--config D",
      "--config F", "--config", "--config --fix", "--fix --dry-run",
    ])
  func sameAnswer(_ line: String) throws {
    var answers: [[String]] = []
    for more in [[], ["--yes"]] {
      let scratch = try Scratch()
      defer { scratch.remove() }
      let config = try scratch.file("openclaw.json", Array(Sample.old.utf8))
      let words = line.split(separator: " ").map { word in
        switch word {
        case "C": config.path
        case "D": scratch.folder.appending(path: "none.json").path
        case "F": scratch.folder.path
        default: String(word)
        }
      }
      let run = try Tool.run(more + words, in: scratch.folder)
      let text = try String(contentsOf: config, encoding: .utf8)
      answers.append(
        [run.output, run.errors, text].map {
          $0.replacing(scratch.folder.path, with: "F").replacing(#/"durationMs": ?\d+/#, with: "")
        } + ["\(run.status)"])
    }
    #expect(answers[0] == answers[1])
  }
}
