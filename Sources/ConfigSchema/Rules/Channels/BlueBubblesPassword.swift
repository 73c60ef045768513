internal import ConfigDocument
internal import Diagnostics

/// A server of BlueBubbles needs a password.
///
/// Since 2026.3.28.
struct BlueBubblesPassword: CrossFieldRule {
  let id = "bluebubbles-password"
  let since: Release = "2026.3.28"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    context.accounts(of: "bluebubbles").compactMap { account in
      guard let url = context.value("serverUrl", of: account.node), context.isGiven(url),
        !account.isPartial, !context.isGiven(context.value("password", of: account.node))
      else { return nil }
      return RuleBreach(
        rule: id, node: url, message: "a server of BlueBubbles has no password",
        help: "add `password`",
        since: since)
    }
  }
}
