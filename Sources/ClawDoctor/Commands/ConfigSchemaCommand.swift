import ArgumentParser
import DoctorKit

/// `clawdoctor config schema`: print the keys of a release as a JSON Schema.
struct ConfigSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the keys of a release as a JSON Schema.")

  @Option(
    name: [.customLong("release"), .customLong("to")],
    help: ArgumentHelp(
      "The OpenClaw release; else the newest whose keys are all known.", valueName: "release"))
  var release: String?

  func run() throws {
    guard let text = Doctor.schema(of: release) else {
      throw ValidationError(
        "\(release ?? "") is no release of OpenClaw; write for instance 2026.4.22")
    }
    Console(.standardOutput, color: .never).write(text)
  }
}
