import ArgumentParser
import DoctorKit

/// `clawdoctor convert FILE --to NOTATION --output FILE`: write a config in another notation.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Write a config as JSON, JSON5 or YAML, into a new file.",
    discussion: """
      The new file has mode 0600 and all secrets in it. Order, comments and numbers are kept; JSON \
      cannot hold comments. A config inside another file is taken out of it.
      """)

  @Argument(help: ArgumentHelp("The config file; - is standard input.", valueName: "file"))
  var file: String

  @Option(
    name: .customLong("to"), help: ArgumentHelp("json, json5 or yaml.", valueName: "notation"))
  var notation: NotationChoice

  @Option(
    help: ArgumentHelp(
      "The new file, which must not exist; - is standard output, secrets included.",
      valueName: "file"))
  var output: String

  @Flag(help: "Leave comments out where the notation has none.")
  var dropComments = false

  @Option(
    help: ArgumentHelp(
      "Where in the file the config stands: data[\"openclaw.json\"].", valueName: "key-path"))
  var at: String?

  @OptionGroup(title: "Output") var format: OutputOptions

  func run() throws {
    var request = DoctorRequest()
    request.config = file
    request.place = at
    if file == "-" { request.source = .bytes(try StandardInput.read()) }
    let outcome = Doctor(environment: .ofThisProcess()).convert(
      to: notation.notation, output: output == "-" ? nil : output, dropsComments: dropComments,
      request)
    let isFilter = outcome.filtered != nil
    let console = Console(isFilter ? .standardError : .standardOutput, color: format.color)
    let report = outcome.report
    if format.json {
      console.write(JSONFormat.render(report))
    } else if report.isWritten {
      console.write("Written to \(report.writtenTo ?? output), for nobody else to read.\n")
    } else if !isFilter {
      let errors = Console(.standardError, color: format.color)
      errors.write(
        HumanFormat(mode: .failure, isQuiet: false, isVerbose: false, style: errors.style)
          .render(report))
    }
    if let text = outcome.filtered { Console(.standardOutput, color: .never).write(bytes: text) }
    if report.status != .clean { throw ExitCode(report.status.rawValue) }
  }
}

/// The argument of `--to`.
enum NotationChoice: String, ExpressibleByArgument, CaseIterable {
  case json, json5, yaml

  var notation: ConfigNotation {
    switch self {
    case .json: .json
    case .json5: .json5
    case .yaml: .yaml
    }
  }
}
