internal import ConfigDocument
internal import Diagnostics

/// Every agent that `broadcast` names must be in `agents.list`, when that has entries.
///
/// Since 2026.1.9. The key `strategy` names no agents.
struct BroadcastAgents: CrossFieldRule {
  let id = "broadcast-agents"
  let since: Release = "2026.1.9"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    let agents = Set(
      context.matches("agents.list[].id").compactMap { context.document.string($0.node) })
    guard !agents.isEmpty, !context.isPartial(context.document.root) else { return [] }
    return context.matches("broadcast.*[]").compactMap { match in
      guard let agent = context.text(match.node), !agents.contains(agent) else { return nil }
      return RuleBreach(
        rule: id, node: match.node,
        message: "`broadcast` names an agent that is not in `agents.list`",
        help: "add the agent to the list, or take its name out here", since: since)
    }
  }
}
