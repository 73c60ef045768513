internal import ConfigDocument
internal import Diagnostics

/// The first pause of a retry of Mattermost is not longer than the longest.
///
/// Checked when the file is loaded since 2026.4.5.
struct MattermostRetryOrder: CrossFieldRule {
  let id = "mattermost-retry-order"
  let since: Release = "2026.4.5"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    context.accounts(of: "mattermost").compactMap { account in
      let retry = context.value("dmChannelRetry", of: account.node)
      guard let first = context.value("initialDelayMs", of: retry),
        let delay = context.number(first),
        let longest = context.number(context.value("maxDelayMs", of: retry)), delay > longest
      else { return nil }
      return RuleBreach(
        rule: id, node: first, message: "`initialDelayMs` is more than `maxDelayMs`",
        help: "make it at most as large", since: since)
    }
  }
}
