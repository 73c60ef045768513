import ArgumentParser
import DoctorKit

/// `clawdoctor token`: say where the gateway token comes from.
struct TokenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token",
    abstract: "Say where the gateway token comes from, and whether all who use it agree.",
    discussion: """
      Tokens are compared by fingerprints of this run; no part of a token is shown.
      """)

  @OptionGroup var target: TargetOptions

  @Option(help: ArgumentHelp("The OpenClaw release to judge by.", valueName: "release"))
  var release: String?

  @OptionGroup(title: "Output") var output: OutputOptions

  func validate() throws {
    if let release, !Doctor.isRelease(release) {
      throw ValidationError("\(release) is no release of OpenClaw; write for instance 2026.4.22")
    }
  }

  func run() throws {
    var request = try target.request()
    request.release = release
    let token = Doctor(environment: .ofThisProcess()).token(request)
    let console = Console(.standardOutput, color: output.color)
    if output.json {
      console.write(JSONFormat.render(token))
    } else {
      console.write(TokenFormat(style: console.style).render(token))
    }
    if token.report.status != .clean { throw ExitCode(token.report.status.rawValue) }
  }
}
