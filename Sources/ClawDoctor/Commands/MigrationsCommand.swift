import ArgumentParser
import DoctorKit

/// `clawdoctor migrations`: list the chain.
struct MigrationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrations", abstract: "List the migrations, in the order in which they run.")

  @Option(
    help: ArgumentHelp("Only what a config of this release can need.", valueName: "release"))
  var from: String?

  @Option(
    name: [.customLong("to"), .customLong("release")],
    help: ArgumentHelp("Only what is done for this release.", valueName: "release"))
  var to: String?

  @Option(help: ArgumentHelp("human, json or markdown.", valueName: "format"))
  var format = Format.human

  @OptionGroup(title: "Output") var output: OutputOptions

  /// The formats of this command.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case human, json, markdown
  }

  func validate() throws {
    for release in [from, to].compactMap({ $0 }) where !Doctor.isRelease(release) {
      throw ValidationError("\(release) is no release of OpenClaw; write for instance 2026.4.22")
    }
  }

  func run() {
    let console = Console(.standardOutput, color: output.color)
    let entries = Doctor.migrations(from: from, to: to)
    let format = output.json ? .json : format
    switch format {
    case .json: console.write(JSONFormat.render(entries))
    case .markdown: console.write(MarkdownFormat.render(entries))
    case .human: console.write(HumanFormat.render(entries))
    }
  }
}
