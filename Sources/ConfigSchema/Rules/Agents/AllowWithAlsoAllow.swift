internal import ConfigDocument
internal import Diagnostics

/// A tool policy has `allow` or `alsoAllow`, not both.
///
/// Since 2026.1.29; empty lists do not count.
struct AllowWithAlsoAllow: CrossFieldRule {
  let id = "allow-with-also-allow"
  let since: Release = "2026.1.29"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    ["tools", "agents", "channels"].flatMap { context.objects(below: $0) }.compactMap { object in
      guard let also = context.value("alsoAllow", of: object), context.hasItems(also),
        context.hasItems(context.value("allow", of: object))
      else { return nil }
      return RuleBreach(
        rule: id, node: also, message: "`allow` and `alsoAllow` stand in the same policy",
        help: "put everything into one of the two lists", since: since)
    }
  }
}
