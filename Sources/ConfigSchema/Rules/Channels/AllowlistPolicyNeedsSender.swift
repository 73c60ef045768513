internal import ConfigDocument
internal import Diagnostics

/// Direct messages by a list need somebody on it.
///
/// Which channels and from when stands in `DMPolicyPlaces`.
struct AllowlistPolicyNeedsSender: CrossFieldRule {
  let id = "allowlist-policy-needs-sender"
  let since: Release = "2026.2.26"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    DMPolicyPlaces.places(in: context).compactMap { place in
      guard context.text(place.policy) == "allowlist", let since = place.listSince,
        context.release >= since, place.listUntil.map({ context.release <= $0 }) ?? true,
        !place.isPartial, !context.items(of: place.list).contains(where: { context.isGiven($0) })
      else { return nil }
      return RuleBreach(
        rule: id, node: place.anchor,
        message: "direct messages go by a list of senders, and it is empty",
        help: "add senders to `allowFrom`, or choose another policy", since: since)
    }
  }
}
