import ArgumentParser
import DoctorKit

/// `clawdoctor config file`: say which file is the config.
struct ConfigFileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "file", abstract: "Say which file is the config.")

  @OptionGroup var target: TargetOptions

  func run() throws {
    let report = Doctor(environment: .ofThisProcess()).diagnose(try target.request())
    guard let path = report.config.path else {
      throw ExitCode(report.status.rawValue)
    }
    Console(.standardOutput, color: .never).write(path + "\n")
    if report.status == .unreadable { throw ExitCode(report.status.rawValue) }
  }
}
