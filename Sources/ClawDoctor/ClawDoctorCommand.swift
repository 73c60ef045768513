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
      MigrationsCommand.self, ConvertCommand.self, TokenCommand.self, RedactCommand.self,
      UndoCommand.self, BundleCommand.self,
    ],
    defaultSubcommand: DoctorCommand.self)

  /// Runs the command that the arguments name.
  ///
  /// Most runs name none, and few options. They are read as those of `doctor` at once, which takes a
  /// fraction of the time; whatever that does not understand is read again from the root, which
  /// answers in any case. A message about wrong usage repeats nothing that could be a secret.
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      if let command = PlainCommand.reading(arguments) {
        try command.run()
      } else if arguments.first.map({ $0.hasPrefix("-") && $0 != "--version" }) ?? true,
        let command = try? DoctorCommand.parse(arguments)
      {
        try command.run()
      } else {
        var command = try parseAsRoot()
        try command.run()
      }
    } catch {
      exit(with: error)
    }
  }

  private static func exit(with error: any Error) -> Never {
    // Asking the parser what to say of a plain status would make it put the whole help together.
    if let status = error as? ExitCode { Console.leave(status.rawValue) }
    let status = exitCode(for: error)
    if status != .validationFailure { exit(withError: error) }
    let typed = TypedWords(
      Array(CommandLine.arguments.dropFirst()), known: helpTexts(of: self))
    Console(.standardError, color: .never).write(typed.redact(fullMessage(for: error)) + "\n")
    Console.leave(status.rawValue)
  }

  /// The help of a command and of all commands below it.
  private static func helpTexts(
    of command: any ParsableCommand.Type
  ) -> [String] {
    [command.helpMessage()]
      + command.configuration.subcommands.flatMap { helpTexts(of: $0) }
  }
}
