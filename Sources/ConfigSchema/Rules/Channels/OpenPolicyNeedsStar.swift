internal import ConfigDocument
internal import Diagnostics

/// Direct messages that are open to all need a list with `*` in it.
///
/// Which channels and from when stands in `DMPolicyPlaces`; accounts take what they lack from
/// their channel since 2026.2.26.
struct OpenPolicyNeedsStar: CrossFieldRule {
  let id = "open-policy-needs-star"
  let since: Release = "2026.1.8"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    DMPolicyPlaces.places(in: context).compactMap { place in
      guard context.text(place.policy) == "open", context.release >= place.openSince,
        !place.isPartial
      else { return nil }
      let items = context.items(of: place.list)
      let hasStar = items.contains {
        context.document.string($0).map { TextForm.trimmed($0) } == "*"
      }
      let isUnknown = items.contains {
        context.document.string($0).map { VariableReference.occurs(in: $0) } == true
      }
      guard !hasStar, !isUnknown else { return nil }
      return RuleBreach(
        rule: id, node: place.anchor,
        message: "direct messages are open, and the list of senders has no \"*\"",
        help: "add \"*\" to `allowFrom`, or choose another policy", since: place.openSince)
    }
  }
}
