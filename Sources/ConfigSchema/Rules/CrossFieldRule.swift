/// A rule of OpenClaw about several keys, or about the content of a text, that the table of keys
/// cannot hold.
protocol CrossFieldRule: Sendable {
  /// Stable identifier, kebab-case: the name of the type.
  var id: String { get }
  /// The first release that has the rule.
  var since: Release { get }
  /// The last release that has it; nil when it is in the newest whose rules are known.
  var until: Release? { get }
  /// Looks for what the rule forbids.
  ///
  /// - Parameter context: the config and the release.
  /// - Returns: what was found, in any order.
  func breaches(in context: RuleContext) -> [RuleBreach]
}

extension CrossFieldRule {
  var until: Release? { nil }
}
