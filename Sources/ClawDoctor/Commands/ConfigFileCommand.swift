import ArgumentParser
import DoctorKit

/// `clawdoctor config file`: say which file is the config.
struct ConfigFileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "file", abstract: "Say which file is the config.")

  @OptionGroup var target: TargetOptions

  func run() throws {
    let report = Doctor(environment: .ofThisProcess()).configFile(try target.request())
    if let path = report.config.path {
      Console(.standardOutput, color: .never).write(path + "\n")
    }
    if report.status == .unreadable {
      let errors = Console(.standardError, color: .auto)
      let format = HumanFormat(mode: .failure, isQuiet: true, isVerbose: false, style: errors.style)
      errors.write(format.render(report))
      throw ExitCode(report.status.rawValue)
    }
  }
}
