internal import ConfigDocument
internal import Diagnostics

/// A provider of secrets that is a program stands at an absolute path.
///
/// Since 2026.2.26.
struct SecretProgram: CrossFieldRule {
  let id = "secret-program"
  let since: Release = "2026.2.26"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    context.matches("secrets.providers.*").flatMap { match -> [RuleBreach] in
      guard context.text(context.value("source", of: match.node)) == "exec" else { return [] }
      var found: [RuleBreach] = []
      if let command = context.value("command", of: match.node), let text = context.text(command),
        !(ProgramName.isAbsolute(text) && ProgramName.isSafe(text))
      {
        found.append(
          RuleBreach(
            rule: id, node: command,
            message: "the program of a provider of secrets has no absolute path",
            help: "write the whole path, without arguments", since: since))
      }
      for folder in context.items(of: context.value("trustedDirs", of: match.node)) {
        guard let text = context.text(folder), !ProgramName.isAbsolute(text) else { continue }
        found.append(
          RuleBreach(
            rule: id, node: folder, message: "a trusted folder has no absolute path",
            help: "write the whole path", since: since))
      }
      return found
    }
  }
}
