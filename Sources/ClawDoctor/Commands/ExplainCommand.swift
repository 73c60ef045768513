import ArgumentParser
import DoctorKit

/// `clawdoctor explain KEY-PATH or ID`: say what is known of a key, a migration or a check.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say what is known of a key, a migration or a check.")

  @Argument(
    help: ArgumentHelp(
      "A key (channels.telegram.botToken, agents.list[].id) or an identifier of a report.",
      valueName: "key-or-id"))
  var subject: String

  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    guard let explanation = Doctor.explain(subject) else {
      Console(.standardError, color: output.color).write(
        "no release has a key of that name, and no migration or check is called so\n")
      throw ExitCode(ExitStatus.findings.rawValue)
    }
    let console = Console(.standardOutput, color: output.color)
    console.write(
      output.json
        ? JSONFormat.render(explanation) : HumanFormat.render(explanation, style: console.style))
  }
}
