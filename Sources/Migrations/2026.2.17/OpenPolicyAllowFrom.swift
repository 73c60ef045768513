internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Adds `*` to the allow list of a channel whose policy for direct messages is `open`.
///
/// ## Why
/// Since 2026.2.17 everybody is let in only where both say so: the policy and the list. Which
/// channel refuses a config without it, and since when, is in the rules of the schema.
///
/// ## What it keeps
/// A narrow list, unless it is asked for: somebody who wrote `open` beside three names may have
/// meant either, and one of the two readings lets strangers in (FM-51). OpenClaw adds it unasked.
package struct OpenPolicyAllowFrom: Migration {
  package let facts = MigrationFacts(
    "open-policy-allow-from", life: Life(introduced: "2026.2.17"),
    summary: "Add * to the allow list of channels that are open",
    why: "a policy `open` needs `*` in the allow list since 2026.2.17",
    safety: .unsafe("everybody can write to the agent afterwards"))

  package let examples = [
    MigrationExample(
      """
      {
        channels: {
          telegram: {
            dmPolicy: "open",
            allowFrom: ["12345678"], // Ann
          },
          googlechat: { dm: { policy: "open" } },
        },
      }
      """,
      """
      {
        channels: {
          telegram: {
            dmPolicy: "open",
            allowFrom: ["12345678", "*"], // Ann
          },
          googlechat: { dm: { policy: "open", allowFrom: ["*"] } },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // the account has the list of its channel
          channels: { slack: { allowFrom: ["*"], accounts: { a: { dmPolicy: "open" } } } },
        }
        """),
  ]

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("dmPolicy") || vocabulary.holds("policy")
  }

  package func apply(to transform: inout Transform) {
    for owner in transform.matches("channels.*{,.accounts.*}") {
      let dm = owner.appending(key: "dm")
      let policy =
        transform.text(owner.appending(key: "dmPolicy"))
        ?? transform.text(dm.appending(key: "policy"))
      guard policy == "open" else { continue }
      let lists = [owner, dm].map { $0.appending(key: "allowFrom") }
      // An account without a list of its own has that of its channel.
      let isListed = lists.contains { transform.has($0) }
      let channel = ConfigPath(Array(owner.steps.prefix(2)))
      let inherited = isListed ? lists : lists + [channel.appending(key: "allowFrom")]
      guard !inherited.contains(where: { holdsAll($0, in: transform) }) else { continue }
      let isNested =
        ["googlechat", "matrix"].contains(channel.lastKey)
        || !transform.has(lists[0]) && transform.has(lists[1])
      open(lists[isNested ? 1 : 0], in: &transform)
    }
  }

  private func holdsAll(_ list: ConfigPath, in transform: Transform) -> Bool {
    (0..<transform.draft.count(at: list)).contains {
      transform.text(list.appending(index: $0)) == "*"
    }
  }

  private func open(_ list: ConfigPath, in transform: inout Transform) {
    let reason: Message = "\(ours: facts.why)"
    guard transform.has(list) else {
      transform.add(list, .array([.string("*")]), because: reason)
      return
    }
    guard transform.expect(list, .array) else { return }
    let end = list.appending(index: transform.draft.count(at: list))
    transform.add(end, .string("*"), because: reason)
  }
}
