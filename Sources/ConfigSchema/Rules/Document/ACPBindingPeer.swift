internal import ConfigDocument
internal import Diagnostics

/// A binding of type `acp` must say for which peer it is.
///
/// Since 2026.3.7.
struct ACPBindingPeer: CrossFieldRule {
  let id = "acp-binding-peer"
  let since: Release = "2026.3.7"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    context.matches("bindings[]").compactMap { binding in
      guard context.text(context.value("type", of: binding.node)) == "acp",
        !context.isPartial(binding.node),
        !context.isPartial(context.value("match", of: binding.node)),
        !context.isGiven(context.value("match", "peer", "id", of: binding.node))
      else { return nil }
      return RuleBreach(
        rule: id, node: context.value("match", of: binding.node) ?? binding.node,
        message: "a binding of type `acp` does not say for which peer it is",
        help: "add `match.peer` with `kind` and `id`", since: since)
    }
  }
}
