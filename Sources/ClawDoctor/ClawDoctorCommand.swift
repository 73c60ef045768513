import ArgumentParser
import DoctorKit

/// The command `clawdoctor`.
@main
struct ClawDoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: ToolVersion.name,
    abstract: "Diagnose and repair OpenClaw configs without losing a byte.",
    discussion: """
      Without a command it diagnoses and writes nothing; with --fix it migrates the config to the \
      release that is installed. A backup is made before every write: clawdoctor undo puts it back.
      """,
    version: ToolVersion.current,
    subcommands: [
      DoctorCommand.self, ConfigCommand.self, ExplainCommand.self, UpgradeCommand.self,
      MigrationsCommand.self, ConvertCommand.self,
      TokenCommand.self, UndoCommand.self,
    ],
    defaultSubcommand: DoctorCommand.self)

  /// Runs the command that the arguments name.
  ///
  /// Most runs name none. They are read as those of `doctor` at once, which takes half the time;
  /// whatever that does not understand is read again from the root, which answers in any case.
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.first.map({ $0.hasPrefix("-") && $0 != "--version" }) ?? true,
      let command = try? DoctorCommand.parse(arguments)
    else { return main(arguments) }
    do {
      try command.run()
    } catch {
      exit(withError: error)
    }
  }
}
