import ArgumentParser
import DoctorKit

/// `clawdoctor undo`: put a config back as it was before the last write.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Put a config back as it was before the last write; again brings the write back.")

  @OptionGroup var target: TargetOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  @Flag(help: "List the backups, newest first, and do nothing.")
  var list = false

  @Option(name: .customLong("to"), help: ArgumentHelp("The number of a backup.", valueName: "id"))
  var backup: Int?

  @Flag(help: "Go on although the file was edited since; what stands there is backed up.")
  var force = false

  func run() throws {
    let doctor = Doctor(environment: .ofThisProcess())
    let request = try target.request()
    let console = Console(.standardOutput, color: output.color)
    let report: Report
    if list {
      switch doctor.backups(request) {
      case .success(let backups):
        return console.write(
          output.json ? JSONFormat.render(backups) : HumanFormat.render(backups))
      case .failure(let error): report = error.report
      }
    } else {
      report = doctor.undo(to: backup, isForced: force, request)
    }
    if output.json {
      console.write(JSONFormat.render(report))
    } else {
      console.write(
        HumanFormat(mode: .undo, isQuiet: false, isVerbose: false, style: console.style)
          .render(report))
    }
    if report.status != .clean { throw ExitCode(report.status.rawValue) }
  }
}
