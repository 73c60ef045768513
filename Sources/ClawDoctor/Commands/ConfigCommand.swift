import ArgumentParser

/// `clawdoctor config`: look into a config.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Look into a config.",
    subcommands: [
      ConfigGetCommand.self, ConfigFileCommand.self, ConfigValidateCommand.self,
      ConfigSchemaCommand.self,
    ])
}
