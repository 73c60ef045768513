internal import ConfigDocument
internal import Diagnostics

/// Single sign-on of Microsoft Teams needs the name of its connection.
///
/// Since 2026.4.10.
struct TeamsSignOnConnection: CrossFieldRule {
  let id = "teams-sign-on-connection"
  let since: Release = "2026.4.10"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    context.matches("channels.msteams.sso").compactMap { match in
      guard let enabled = context.value("enabled", of: match.node), context.isTrue(enabled),
        !context.isPartial(match.node),
        !context.isGiven(context.value("connectionName", of: match.node))
      else { return nil }
      return RuleBreach(
        rule: id, node: enabled,
        message: "single sign-on of Microsoft Teams has no `connectionName`",
        help: "add it, or turn `sso` off", since: since)
    }
  }
}
