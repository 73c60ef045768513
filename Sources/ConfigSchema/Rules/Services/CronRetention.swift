internal import ConfigDocument
internal import Diagnostics

/// How long cron keeps sessions is a duration, and how much it logs a size.
///
/// Since 2026.2.23.
struct CronRetention: CrossFieldRule {
  let id = "cron-retention"
  let since: Release = "2026.2.23"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    var found: [RuleBreach] = []
    for match in context.matches("cron.sessionRetention") {
      guard let text = context.text(match.node), !Quantity.isDuration(text) else { continue }
      found.append(
        RuleBreach(
          rule: id, node: match.node, message: "the retention of cron sessions is no duration",
          help: "write a number of hours, one with m, h or d behind it, or false", since: since))
    }
    for match in context.matches("cron.runLog.maxBytes") {
      guard let text = context.text(match.node), !Quantity.isSize(text) else { continue }
      found.append(
        RuleBreach(
          rule: id, node: match.node, message: "the size of the run log is no size",
          help: "write a number of bytes, or one with kb or mb behind it", since: since))
    }
    return found
  }
}
