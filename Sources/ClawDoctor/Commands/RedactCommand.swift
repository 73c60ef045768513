import ArgumentParser
import DoctorKit

/// `clawdoctor redact [FILE ...]`: mask secrets in any text.
struct RedactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact", abstract: "Mask secrets in any text, as it passes.",
    discussion: """
      Reads the files one after the other, or standard input, and writes the masked text to standard \
      output. A file that cannot be read is named on standard error, the others are done, and the \
      status is 2. With --config, --state-dir or --profile the secrets of that config are masked \
      wherever they stand, however they are encoded; when it cannot be read, nothing is written.
      """)

  @Argument(help: ArgumentHelp("Files to read; - is standard input.", valueName: "file"))
  var files: [String] = []

  @OptionGroup var target: TargetOptions

  @Flag(help: "Write invisible and bidirectional characters as \\u{…}.")
  var visible = false

  @Flag(help: "Say on standard error how many secrets of each kind were masked.")
  var report = false

  @Flag(help: "Give that report as JSON, on standard error too.")
  var json = false

  @Flag(
    help: """
      First plant made-up secrets of every kind and look for them in what comes out; end with \
      status 3 when one survives.
      """)
  var prove = false

  func validate() throws {
    if target.config == "-", files.isEmpty || files.contains("-") {
      throw ValidationError("standard input cannot be both the config and the text")
    }
  }

  func run() throws {
    let errors = Console(.standardError, color: .never)
    let isConfigured = target.config != nil || target.stateDir != nil || target.profile != nil
    let doctor = Doctor(environment: .ofThisProcess())
    switch doctor.redaction(
      of: isConfigured ? try target.request() : nil, showingInvisible: visible)
    {
    case .unreadable(let report):
      let format = HumanFormat(
        mode: .failure, isQuiet: false, isVerbose: false, style: errors.style)
      errors.write(format.render(report))
      throw ExitCode(ExitStatus.unreadable.rawValue)
    case .ready(let redaction):
      let filter = RedactionFilter(redaction: redaction, errors: errors)
      let proof = prove ? redaction.prove() : nil
      var status = proof.map(filter.tell) ?? .clean
      // Somebody at a terminal who only asks for the proof has no text to give.
      let isOnlyProof = prove && files.isEmpty && InputFile.isTerminal
      if status == .clean, !isOnlyProof { status = filter.run(files.isEmpty ? ["-"] : files) }
      if report || json {
        errors.write(
          RedactionFormat(counts: filter.redaction.counts, proof: proof).render(isJSON: json))
      }
      if status != .clean { throw ExitCode(status.rawValue) }
    }
  }
}
