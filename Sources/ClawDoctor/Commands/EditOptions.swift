import ArgumentParser
import DoctorKit

/// What the commands that edit a config share.
struct EditOptions: ParsableArguments {
  @Option(
    name: [.customLong("release"), .customLong("to")],
    help: ArgumentHelp("The OpenClaw release that must accept the result.", valueName: "release"))
  var release: String?

  @Flag(help: "Say everything, write nothing.")
  var dryRun = false

  @Flag(help: "Show a unified difference with secrets masked.")
  var diff = false

  @Option(help: ArgumentHelp("Write there instead, mode 0600.", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "The least severity that makes the exit status 1: info, warning or error.",
      valueName: "severity"))
  var severityMin = SeverityChoice.warning

  @Flag(help: "Only say what has to be done.")
  var quiet = false

  @Flag(help: "Also list what is only worth knowing.")
  var verbose = false

  func validate() throws {
    if let release, !Doctor.isRelease(release) {
      throw ValidationError("\(release) is no release of OpenClaw; write for instance 2026.4.22")
    }
  }

  /// Edits, and tells what came of it.
  ///
  /// - Parameters:
  ///   - edit: what to change.
  ///   - request: which config.
  ///   - target: how it was named.
  ///   - form: how to tell it.
  /// - Throws: `ExitCode` for every status but 0.
  func run(
    _ edit: EditRequest, _ request: DoctorRequest, _ target: TargetOptions, _ form: OutputOptions
  ) throws {
    var request = request
    request.release = release
    request.isDryRun = dryRun
    request.wantsDiff = diff
    request.output = output
    request.threshold = severityMin.severity
    let outcome = Doctor(environment: .ofThisProcess()).edit(edit, request)
    if outcome.report.status == .usage, !form.json, let finding = outcome.report.findings.first {
      throw ValidationError(
        [finding.message, finding.fixHint].compactMap { $0 }.joined(separator: "; "))
    }
    let isFilter = target.config == "-" && output == nil && !dryRun
    let console = Console(isFilter ? .standardError : .standardOutput, color: form.color)
    if form.json {
      console.write(JSONFormat.render(outcome.report))
    } else {
      let mode: HumanFormat.Mode = outcome.filtered == nil ? .edit : .editFilter
      var format = HumanFormat(
        mode: mode, isQuiet: quiet, isVerbose: verbose, style: console.style)
      let written = outcome.report.writtenTo ?? outcome.report.config.path
      format.selection = target.selection(
        path: written, isDefault: written == outcome.report.config.path)
      console.write(format.render(outcome.report))
    }
    if let filtered = outcome.filtered {
      Console(.standardOutput, color: .never).write(bytes: filtered)
    }
    if outcome.report.status != .clean { throw ExitCode(outcome.report.status.rawValue) }
  }

  /// Tells why a document beside the config cannot be read.
  ///
  /// - Parameters:
  ///   - error: why.
  ///   - form: how to tell it.
  /// - Returns: the exit status.
  static func tell(_ error: ReportError, _ form: OutputOptions) -> ExitCode {
    if form.json {
      Console(.standardOutput, color: .never).write(JSONFormat.render(error.report))
    } else {
      let errors = Console(.standardError, color: form.color)
      let format = HumanFormat(
        mode: .failure, isQuiet: false, isVerbose: false, style: errors.style)
      errors.write(format.render(error.report))
    }
    return ExitCode(error.report.status.rawValue)
  }
}
