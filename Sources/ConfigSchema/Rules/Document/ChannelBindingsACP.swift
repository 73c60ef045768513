internal import ConfigDocument
internal import Diagnostics

/// Objects at `bindings.acp` below `channels` are refused: they belong to the list `bindings`.
///
/// Since 2026.3.28.
struct ChannelBindingsACP: CrossFieldRule {
  let id = "channel-bindings-acp"
  let since: Release = "2026.3.28"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    context.objects(below: "channels").compactMap { object in
      guard let acp = context.value("bindings", "acp", of: object),
        context.document.kind(acp) == .object
      else { return nil }
      return RuleBreach(
        rule: id, node: acp, message: "bindings of type `acp` no longer stand below `channels`",
        help: "move them to the list `bindings` at the top", since: since)
    }
  }
}
