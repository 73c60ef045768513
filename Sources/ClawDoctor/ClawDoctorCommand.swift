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
      MigrationsCommand.self,
      TokenCommand.self, RedactCommand.self, UndoCommand.self,
    ],
    defaultSubcommand: DoctorCommand.self)
}
