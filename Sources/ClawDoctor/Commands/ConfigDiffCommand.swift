import ArgumentParser
import DoctorKit

/// `clawdoctor config diff A [B]`: say what differs between two configs, masked.
struct ConfigDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Say what differs between two configs, secrets masked.",
    discussion: """
      Equal secrets have equal labels, changed ones different labels. The exit status is 0 when all \
      values are the same, 1 when some differ; spelling, order and comments count with --unified.
      """)

  @Argument(
    help: ArgumentHelp("A file, or the number of a backup of the config.", valueName: "first"))
  var first: String

  @Argument(
    help: ArgumentHelp("Another one; else the config itself.", valueName: "second"))
  var second: String?

  @Flag(help: "Show the lines that differ, as a unified difference.")
  var unified = false

  @OptionGroup var target: TargetOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let doctor = Doctor(environment: .ofThisProcess())
    switch doctor.diff(first, second, try target.request()) {
    case .success(let difference):
      let console = Console(.standardOutput, color: output.color)
      let format = DifferenceFormat(isUnified: unified)
      console.write(output.json ? format.json(difference) : format.human(difference))
      if format.differs(difference) { throw ExitCode(ExitStatus.findings.rawValue) }
    case .failure(let error): throw EditOptions.tell(error, output)
    }
  }
}
