import ArgumentParser
import DoctorKit

/// `clawdoctor [doctor]`: diagnose, and with `--fix` repair.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", _superCommandName: ToolVersion.name,
    abstract: "Diagnose a config; with --fix, repair it.")

  @OptionGroup var target: TargetOptions
  @OptionGroup(title: "Repair") var repair: RepairOptions
  @OptionGroup(title: "Gateway token") var token: TokenOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  @Option(help: ArgumentHelp("human or json.", valueName: "format"))
  var format = Format.human

  @Option(
    help: ArgumentHelp(
      "The least severity that makes the exit status 1: info, warning or error.",
      valueName: "severity"))
  var severityMin = SeverityChoice.warning

  @Flag(help: "Only say what has to be done.")
  var quiet = false

  @Flag(help: "Also list what is only worth knowing.")
  var verbose = false

  @Flag(help: "Diagnose for CI; the same as without.")
  var lint = false

  @Flag(help: "Accepted for scripts; nothing ever asks.")
  var yes = false

  @Flag(help: "Accepted for scripts; nothing ever asks.")
  var nonInteractive = false

  /// The formats of this command.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case human, json
  }

  func validate() throws {
    try repair.validate()
    try token.validate(with: repair, config: target.config)
    if lint, repair.fix { throw ValidationError("--lint only diagnoses; leave out --fix") }
  }

  func run() throws {
    var request = try target.request()
    repair.apply(to: &request)
    request.threshold = severityMin.severity
    let doctor = Doctor(environment: .ofThisProcess())
    if token.generateGatewayToken { return try generateToken(doctor, request) }
    let outcome = try repair.fix ? self.repair(with: doctor, request) : nil
    try DoctorOutput(
      target: target, isFix: repair.fix, isRestoring: repair.restoreFrom != nil,
      isDryRun: repair.dryRun, hasOutput: repair.output != nil,
      isJSON: output.json || format == .json, color: output.color, isQuiet: quiet,
      isVerbose: verbose
    ).tell(outcome?.report ?? doctor.diagnose(request), outcome)
  }

  /// Repairs, or puts back what masks have replaced.
  private func repair(with doctor: Doctor, _ request: DoctorRequest) throws -> FixOutcome {
    guard let file = repair.restoreFrom else { return doctor.fix(request) }
    switch doctor.contents(ofFile: file, request) {
    case .success(let bytes):
      return doctor.edit(EditRequest(.restore(bytes: bytes, name: file)), request)
    case .failure(let error): throw EditOptions.tell(error, output)
    }
  }

  private func generateToken(_ doctor: Doctor, _ request: DoctorRequest) throws {
    let outcome = doctor.generateGatewayToken(token.request, request)
    // A printed token stands alone on standard output, for a pipe.
    let console = Console(token.print ? .standardError : .standardOutput, color: output.color)
    if output.json || format == .json {
      console.write(JSONFormat.render(outcome.report))
    } else {
      var format = HumanFormat(
        mode: .token, isQuiet: quiet, isVerbose: verbose, style: console.style)
      let written = outcome.report.writtenTo ?? outcome.report.config.path
      format.selection = target.selection(
        path: written, isDefault: written == outcome.report.config.path)
      console.write(format.render(outcome.report))
    }
    if let token = outcome.token { Console(.standardOutput, color: .never).write(token + "\n") }
    if outcome.report.status != .clean { throw ExitCode(outcome.report.status.rawValue) }
  }
}
