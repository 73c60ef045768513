internal import ConfigDocument
internal import Diagnostics

/// Ids of Discord are too long for a number of JSON.
///
/// Numbers were refused from 2026.2.17 to 2026.4.1; later ones take those that are exact.
struct DiscordNumericID: CrossFieldRule {
  let id = "discord-numeric-id"
  let since: Release = "2026.2.17"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    let lists = [
      "allowFrom[]", "dm.allowFrom[]", "dm.groupChannels[]", "guilds.*.users[]", "guilds.*.roles[]",
      "guilds.*.channels.*.users[]", "guilds.*.channels.*.roles[]", "execApprovals.approvers[]",
    ]
    let places = ["channels.discord.", "channels.discord.accounts.*."].flatMap { channel in
      lists.map { channel + $0 }
    }
    let areRefused = context.release <= "2026.4.1"
    return context.matches(places).compactMap { match in
      guard let number = context.number(match.node) else { return nil }
      let isExact = number >= 0 && number == number.rounded() && number <= 9_007_199_254_740_991
      guard areRefused || !isExact else { return nil }
      return RuleBreach(
        rule: id, node: match.node, message: "an id of Discord is a number",
        help: "put quotes around it, with all its digits", since: since)
    }
  }
}
