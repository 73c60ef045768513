import ArgumentParser
import DoctorKit

/// `clawdoctor config validate`: say what a release does not accept in a config.
struct ConfigValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Say what a release does not accept in a config.")

  @OptionGroup var target: TargetOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  @Option(
    name: [.customLong("release"), .customLong("to")],
    help: ArgumentHelp("The OpenClaw release to judge against.", valueName: "release"))
  var release: String?

  @Option(
    help: ArgumentHelp(
      "The least severity that makes the exit status 1: info, warning or error; error is what "
        + "the release refuses.", valueName: "severity"))
  var severityMin = SeverityChoice.error

  @Flag(help: "Only say what has to be done.")
  var quiet = false

  @Flag(help: "Also list what is only worth knowing.")
  var verbose = false

  func validate() throws {
    if let release, !Doctor.isRelease(release) {
      throw ValidationError("\(release) is no release of OpenClaw; write for instance 2026.4.22")
    }
  }

  func run() throws {
    var request = try target.request()
    request.release = release
    request.threshold = severityMin.severity
    let report = Doctor(environment: .ofThisProcess()).validate(request)
    let console = Console(.standardOutput, color: output.color)
    let format = HumanFormat(
      mode: .validation, isQuiet: quiet, isVerbose: verbose, style: console.style)
    console.write(output.json ? JSONFormat.render(report) : format.render(report))
    if report.status != .clean { throw ExitCode(report.status.rawValue) }
  }
}
