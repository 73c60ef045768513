internal import ConfigDocument
internal import Diagnostics

/// The presence of a Discord bot is complete.
///
/// Since 2026.2.13: a kind or address needs an activity, and streaming (1) needs an address and
/// only it has one. The intervals since 2026.3.7.
struct DiscordPresence: CrossFieldRule {
  let id = "discord-presence"
  let since: Release = "2026.2.13"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    context.accounts(of: "discord").flatMap { account -> [RuleBreach] in
      guard !account.isPartial else { return [] }
      let type = context.value("activityType", of: account.node)
      let url = context.value("activityUrl", of: account.node)
      var found: [RuleBreach] = []
      if let given = type ?? url, !context.isGiven(context.value("activity", of: account.node)) {
        found.append(breach(given, "a presence has no `activity`", "add it"))
      }
      if let type, context.number(type) == 1, !context.isGiven(url) {
        found.append(breach(type, "a presence that streams has no `activityUrl`", "add it"))
      }
      if let url, context.isGiven(url), context.number(type) != 1 {
        found.append(
          breach(url, "a presence has `activityUrl` and does not stream", "set `activityType` to 1")
        )
      }
      let presence = context.value("autoPresence", of: account.node)
      if context.release >= "2026.3.7",
        let least = context.value("minUpdateIntervalMs", of: presence),
        let pause = context.number(least),
        let interval = context.number(context.value("intervalMs", of: presence)), pause > interval
      {
        found.append(
          breach(least, "the least pause is longer than `intervalMs`", "make it at most as long"))
      }
      return found
    }
  }

  private func breach(_ node: NodeID, _ message: Message, _ help: Message) -> RuleBreach {
    RuleBreach(rule: id, node: node, message: message, help: help, since: since)
  }
}
