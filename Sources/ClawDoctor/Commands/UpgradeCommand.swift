import ArgumentParser
import DoctorKit

/// `clawdoctor upgrade --from A --to B`: say what an upgrade means for a config.
struct UpgradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "upgrade",
    abstract: "Say what it means for a config to go from one release to another.")

  @OptionGroup var target: TargetOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      "The release to go from; else the one that last wrote the config.", valueName: "release"))
  var from: String?

  @Option(
    name: [.customLong("to"), .customLong("release")],
    help: ArgumentHelp("The release to go to.", valueName: "release"))
  var release: String

  func validate() throws {
    for release in [release, from].compactMap({ $0 }) where !Doctor.isRelease(release) {
      throw ValidationError("\(release) is no release of OpenClaw; write for instance 2026.4.22")
    }
  }

  func run() throws {
    var request = try target.request()
    request.from = from
    request.release = release
    let report = Doctor(environment: .ofThisProcess()).upgrade(request)
    let console = Console(.standardOutput, color: output.color)
    let format = HumanFormat(
      mode: .diagnosis, isQuiet: false, isVerbose: false, style: console.style)
    console.write(output.json ? JSONFormat.render(report) : format.render(report))
    if report.status != .clean { throw ExitCode(report.status.rawValue) }
  }
}
