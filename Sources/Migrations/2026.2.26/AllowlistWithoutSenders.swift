internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Reports a policy `allowlist` for direct messages without a list.
///
/// ## Why
/// 2026.2.26 refuses it. OpenClaw fills the list with those who have been paired, whom it knows from
/// its state; a config does not tell them.
///
/// ## What it keeps
/// The policy. An account without a list of its own has that of its channel.
package struct AllowlistWithoutSenders: Migration {
  package let facts = MigrationFacts(
    "allowlist-policy-restore", life: Life(introduced: "2026.2.26", refused: "2026.2.26"),
    summary: "Report allow lists without anybody in them",
    why: "a policy `allowlist` without a list is refused since 2026.2.26")

  package let examples = [
    MigrationExample(
      unchanged: """
        {
          // nobody
          channels: { telegram: { dmPolicy: "allowlist", allowFrom: [] } },
        }
        """),
    MigrationExample(
      unchanged: """
        {
          channels: {
            // the list of all
            irc: { allowFrom: ["ann"], accounts: { a: { dmPolicy: "allowlist" } } },
          },
        }
        """),
  ]

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("dmPolicy") || vocabulary.holds("policy")
  }

  package func apply(to transform: inout Transform) {
    for policy in transform.matches("channels.*{,.accounts.*}{.dmPolicy,.dm.policy}")
    where transform.text(policy) == "allowlist" {
      let isAccount = policy.steps.count > 3 && policy.steps[2] == .key("accounts")
      let channel = ConfigPath(Array(policy.steps.prefix(2)))
      let owner = isAccount ? ConfigPath(Array(policy.steps.prefix(4))) : channel
      let lists = (isAccount ? [owner, channel] : [owner]).flatMap { owner in
        [owner, owner.appending(key: "dm")].map { $0.appending(key: "allowFrom") }
      }
      // What is no list, a reference for instance, is not judged here.
      let isFilled = lists.contains {
        transform.kind($0).map { $0 != .array && $0 != .null } ?? false
          || transform.draft.count(at: $0) > 0
      }
      guard !isFilled else { continue }
      transform.note(
        at: policy, "\(policy) is `allowlist`, and nobody is listed", why: "\(ours: facts.why)",
        fix: .manual(
          "list who may write in \(owner.appending(key: "allowFrom")), or set the policy `pairing`")
      )
    }
  }
}
