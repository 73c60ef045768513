import Foundation
import Testing

/// What README, CHANGELOG and CONTRIBUTING say is true of the code.
@Suite struct DocumentTests {
  @Test("The top of the changelog is the version of the tool")
  func version() throws {
    let source = try Repository.text("Sources/DoctorKit/ToolVersion.swift")
    let version = try #require(source.firstMatch(of: #/current = "([^"]+)"/#)?.1)
    let changelog = try Repository.text("CHANGELOG.md")
    let heads = changelog.matches(of: #/(?m)^## \[([^\]]+)\]/#).map { String($0.1) }
    #expect(heads.first == "Unreleased", "CHANGELOG.md begins with \(heads.first ?? "nothing")")
    if let released = heads.dropFirst().first {
      #expect(released == version, "CHANGELOG.md was last released as \(released), not \(version)")
    }
  }

  /// A command of README's table of commands.
  struct Command: Sendable, CustomTestStringConvertible {
    let words: [String]
    var testDescription: String { words.joined(separator: " ") }
  }

  /// What stands in the first column of README's tables and begins with `clawdoctor`.
  static let commands: [Command] = {
    let readme = (try? Repository.text("README.md")) ?? ""
    return readme.matches(of: #/(?m)^\| `clawdoctor([^`]*)`/#).map { match in
      Command(words: match.1.split(separator: " ").map(String.init))
    }
  }()

  @Test("README has a table of commands")
  func commandsExist() {
    #expect(Self.commands.count >= 5)
  }

  @Test("A command of README is one of the tool's", arguments: commands)
  func command(_ command: Command) throws {
    let sources = Repository.sources.filter { $0.path.hasPrefix("Sources/ClawDoctor/Commands/") }
    let code = try sources.map { try Repository.text($0.path) }.joined(separator: "\n")
    for word in command.words where word.first?.isLetter == true {
      guard word == word.lowercased() else { continue }
      #expect(code.contains("commandName: \"\(word)\""), "there is no command \(word)")
    }
    try expectOptions(in: command.testDescription, code)
  }

  @Test(
    "An option that README or CONTRIBUTING names exists",
    arguments: ["README.md", "CONTRIBUTING.md"])
  func options(_ document: String) throws {
    let sources = Repository.sources.filter { $0.path.hasPrefix("Sources/ClawDoctor/") }
    let code = try sources.map { try Repository.text($0.path) }.joined(separator: "\n")
    let text = try Repository.text(document)
    let lines = text.split(separator: "\n").filter {
      $0.contains("clawdoctor") || $0.hasPrefix("| `--")
    }
    for line in lines { try expectOptions(in: String(line), code) }
  }

  /// Whether every `--option` in a line of text is declared by a command.
  private func expectOptions(in text: String, _ code: String) throws {
    for match in text.matches(of: #/--([a-z][a-z-]+)/#) {
      let name = String(match.1)
      if ["version", "help"].contains(name) { continue }
      let words = name.split(separator: "-")
      let property = words.dropFirst().reduce(String(words.first ?? "")) { $0 + $1.capitalized }
      let isDeclared =
        code.contains("var \(property)") || code.contains("customLong(\"\(name)\")")
      #expect(isDeclared, "there is no option --\(name), named in: \(text)")
    }
  }

  @Test(
    "A document is short enough to be read",
    arguments: [("README.md", 160), ("CONTRIBUTING.md", 120)])
  func length(_ document: String, _ limit: Int) throws {
    let count = try Repository.text(document).split(
      separator: "\n", omittingEmptySubsequences: false
    ).count
    #expect(count <= limit + 1, "\(document) has \(count) lines")
  }

  @Test("A path that a document names exists", arguments: ["README.md", "CONTRIBUTING.md"])
  func paths(_ document: String) throws {
    let text = try Repository.text(document)
    let pattern = #/(?:Sources|Tests|Scripts|Benchmarks|Examples)/[\w.+\/-]+/#
    for match in text.matches(of: pattern) {
      let path = String(match.0).trimmingCharacters(in: ["."])
      #expect(
        FileManager.default.fileExists(atPath: Repository.root.appending(path: path).path),
        "\(document) names \(path), which does not exist")
    }
    for match in text.matches(of: #/`make ([a-z-]+)`/#) {
      let makefile = try Repository.text("Makefile")
      #expect(makefile.contains("\n\(match.1):"), "\(document) names make \(match.1)")
    }
  }
}
