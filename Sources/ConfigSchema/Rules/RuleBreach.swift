internal import ConfigDocument
internal import Diagnostics

/// What a rule about several keys finds.
struct RuleBreach {
  /// Identifier of the rule, kebab-case.
  let rule: String
  /// The value that the finding points at.
  let node: NodeID
  /// The key concerned where it is not the one of `node`: below it, and not there.
  var missing: ConfigPath = .root
  /// What is there: one lower-case sentence.
  let message: Message
  /// What to do.
  let help: Message
  /// The release from which the rule holds.
  let since: Release
  /// Whether the release is known to refuse the file for it.
  var isRefused = true
}
