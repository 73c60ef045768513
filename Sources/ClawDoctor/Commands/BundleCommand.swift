import ArgumentParser
import DoctorKit

/// `clawdoctor bundle`: put together what a maintainer asks for, without a secret.
struct BundleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle",
    abstract: "Write a support bundle: config, findings and plan, without a secret.",
    discussion: """
      It is searched for every known secret before it is written; nothing is ever written over.
      """)

  @OptionGroup var target: TargetOptions

  @Option(
    name: [.customLong("release"), .customLong("to")],
    help: ArgumentHelp("The OpenClaw release to judge against.", valueName: "release"))
  var release: String?

  @Option(help: ArgumentHelp("The new file; - is standard output.", valueName: "file"))
  var output = "clawdoctor-bundle.md"

  @OptionGroup(title: "Output") var format: OutputOptions

  func validate() throws {
    if let release, !Doctor.isRelease(release) {
      throw ValidationError("\(release) is no release of OpenClaw; write for instance 2026.4.22")
    }
    if output == "-", format.json {
      throw ValidationError("--json takes standard output; give --output a file")
    }
  }

  func run() throws {
    var request = try target.request()
    request.release = release
    var environment = Environment.ofThisProcess()
    environment.systemName = Environment.systemName()
    let bundle = Doctor(environment: environment).bundle(
      to: output == "-" ? nil : output, request)
    let console = Console(.standardOutput, color: format.color)
    if format.json {
      console.write(JSONFormat.render(bundle))
    } else if let text = bundle.text {
      console.write(text)
    } else if bundle.report.status == .clean {
      console.write(HumanFormat.render(bundle))
    } else {
      let errors = Console(.standardError, color: format.color)
      let human = HumanFormat(
        mode: .failure, isQuiet: false, isVerbose: false, style: errors.style)
      errors.write(human.render(bundle.report))
    }
    if bundle.report.status != .clean { throw ExitCode(bundle.report.status.rawValue) }
  }
}
