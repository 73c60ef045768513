import ArgumentParser

/// `clawdoctor config`: look into a config, and edit it.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Look into a config, and edit it.",
    subcommands: [
      ConfigGetCommand.self, ConfigSetCommand.self, ConfigUnsetCommand.self,
      ConfigPatchCommand.self, ConfigDiffCommand.self, ConfigFileCommand.self,
      ConfigValidateCommand.self, ConfigSchemaCommand.self,
    ])
}
