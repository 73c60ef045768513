internal import ConfigDocument
internal import Diagnostics

/// A custom command of Telegram has a plain name and a description.
///
/// Since 2026.1.15; a slash in front and capitals do not count.
struct TelegramCommandForm: CrossFieldRule {
  let id = "telegram-command-form"
  let since: Release = "2026.1.15"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    let places = [
      "channels.telegram.customCommands[]", "channels.telegram.accounts.*.customCommands[]",
    ]
    return context.matches(places).compactMap { match in
      if let name = context.value("command", of: match.node), let text = context.text(name),
        !Self.isCommand(text)
      {
        return RuleBreach(
          rule: id, node: name, message: "the name of a command has not the form of Telegram",
          help: "write 1 to 32 letters, digits and underscores", since: since)
      }
      guard let about = context.value("description", of: match.node),
        let text = context.text(about),
        TextForm.trimmed(text).isEmpty
      else { return nil }
      return RuleBreach(
        rule: id, node: about, message: "a command has no description", help: "say what it does",
        since: since)
    }
  }

  private static func isCommand(_ text: String) -> Bool {
    let trimmed = TextForm.trimmed(text)
    let name = trimmed.hasPrefix("/") ? trimmed.dropFirst() : trimmed[...]
    return (1...32).contains(name.utf8.count)
      && name.utf8.allSatisfy {
        ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "_")
      }
  }
}
