import ArgumentParser
import DoctorKit

/// `clawdoctor config get [PATH]`: show a value or everything, masked.
struct ConfigGetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "get", abstract: "Show a value or the whole config, secrets masked.")

  @Argument(
    help: ArgumentHelp(
      "The path of a value: gateway.auth.mode, agents.list[0].id, models.providers[\"a.b\"].",
      valueName: "path"))
  var path: String?

  @Option(
    help: ArgumentHelp(
      "text as it was written, json, or yaml.", valueName: "format"))
  var format = Format.text

  /// The formats of this command.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, yaml

    var notation: ConfigNotation? {
      switch self {
      case .text: nil
      case .json: .json
      case .yaml: .yaml
      }
    }
  }

  @OptionGroup var target: TargetOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let doctor = Doctor(environment: .ofThisProcess())
    let console = Console(.standardOutput, color: output.color)
    let errors = Console(.standardError, color: output.color)
    switch doctor.get(
      path, as: output.json ? .json : format.notation, try target.request())
    {
    case .value(let text):
      console.write(text.hasSuffix("\n") ? text : text + "\n")
    case .missing(let path, let suggestions):
      errors.write("nothing stands at \(path)\n")
      if !suggestions.isEmpty {
        errors.write("did you mean \(suggestions.joined(separator: ", "))?\n")
      }
      throw ExitCode(ExitStatus.findings.rawValue)
    case .malformed(let message, let help):
      throw ValidationError("\(message); \(help)")
    case .unreadable(let report):
      let format = HumanFormat(
        mode: .failure, isQuiet: false, isVerbose: false, style: errors.style)
      errors.write(format.render(report))
      throw ExitCode(report.status.rawValue)
    }
  }
}
