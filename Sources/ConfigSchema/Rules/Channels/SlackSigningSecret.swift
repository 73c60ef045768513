internal import ConfigDocument
internal import Diagnostics

/// Slack over HTTP needs a signing secret.
///
/// Since 2026.1.20; an account takes that of the channel.
struct SlackSigningSecret: CrossFieldRule {
  let id = "slack-signing-secret"
  let since: Release = "2026.1.20"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    context.accounts(of: "slack").compactMap { account in
      let own = context.value("mode", of: account.node)
      guard let mode = own ?? context.value("mode", of: account.channel),
        context.text(mode) == "http", !account.isPartial,
        context.document.boolean(context.value("enabled", of: account.node) ?? mode) != false,
        !context.isGiven(context.value("signingSecret", of: account.node)),
        !context.isGiven(context.value("signingSecret", of: account.channel))
      else { return nil }
      return RuleBreach(
        rule: id, node: own ?? account.node, message: "Slack over HTTP has no signing secret",
        help: "add `signingSecret`, or set `mode` to \"socket\"", since: since)
    }
  }
}
