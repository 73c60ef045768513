internal import ConfigDocument
internal import Diagnostics

/// A program that the gateway starts is a path or a plain name, without characters of a shell.
///
/// Since 2026.1.10.
struct SafeExecutable: CrossFieldRule {
  let id = "safe-executable"
  let since: Release = "2026.1.10"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    let places = [
      "audio.transcription.command[]", "signal.cliPath", "imessage.cliPath",
      "channels.signal.cliPath",
      "channels.imessage.cliPath", "channels.signal.accounts.*.cliPath",
      "channels.imessage.accounts.*.cliPath",
    ]
    return context.matches(places).compactMap { match in
      // Of a command only the first word is a program.
      if case .index(let index)? = match.wildcards.last, index > 0 { return nil }
      guard let text = context.text(match.node), !ProgramName.isSafe(text) else { return nil }
      return RuleBreach(
        rule: id, node: match.node, message: "the program is neither a path nor a plain name",
        help: "write its path alone; arguments have a key of their own", since: since)
    }
  }
}
