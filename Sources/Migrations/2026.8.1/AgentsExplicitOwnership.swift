internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Marks a roster of several agents without a default, and binds channels that no binding covers.
///
/// ## Why
/// Until 2026.7.2 the first agent of the list answered whatever no binding covered. About 2026.8.1
/// wants a roster of several agents to name a default, or `ownership: "explicit"` and bindings.
///
/// ## What it keeps
/// Who answers: each channel and account without a binding gets one to the agent that was the
/// first. Bindings that are there stay as they are. It works on the list, whose order counts,
/// before that becomes a map.
package struct AgentsExplicitOwnership: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "agents-explicit-ownership",
      life: Life(introduced: "2026.8.1", from: "2026.8.1"),
      summary: "Say which agent answers where no agent is the default",
      why:
        "a roster without a default agent says so, and bindings name who answers, since about 2026.8.1"
    )
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        {
          agents: {
            list: [
              { id: "home" }, // the first
              { id: "work" },
            ],
          },
          channels: { telegram: {}, slack: { accounts: { a: {}, b: {} } } },
          bindings: [{ agentId: "work", match: { channel: "slack", accountId: "b" } }],
        }
        """,
        """
        {
          agents: {
            list: [
              { id: "home" }, // the first
              { id: "work" },
            ],
            ownership: "explicit",
          },
          channels: { telegram: {}, slack: { accounts: { a: {}, b: {} } } },
          bindings: [{ agentId: "work", match: { channel: "slack", accountId: "b" } }, { agentId: "home", match: { channel: "telegram" } }, { agentId: "home", match: { channel: "slack", accountId: "a" } }],
        }
        """),
      MigrationExample(
        unchanged: """
          { agents: { list: [{ id: "a", default: true }, { id: "b" }] } }
          """),
      MigrationExample(
        unchanged: """
          { agents: { entries: { a: {}, b: {} }, ownership: "explicit" } }
          """),
      MigrationExample(
        unchanged: """
          { agents: { list: [{ id: "a" }] } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("agents")
  }

  package func apply(to transform: inout Transform) {
    let ownership = Transform.path("agents.ownership")
    let agents = transform.matches("agents{.list[],.entries.*}").filter { transform.isObject($0) }
    let isMarked = agents.contains {
      transform.draft.boolean(at: $0.appending(key: "default")) == true
    }
    guard agents.count > 1, !isMarked, !transform.has(ownership), let first = agents.first else {
      return
    }
    let owner = first.lastKey ?? transform.text(first.appending(key: "id")) ?? "agent"
    transform.together { transform in
      guard transform.add(ownership, .string("explicit"), because: "no agent is the default") else {
        return false
      }
      for match in unbound(in: transform) where !bind(match, to: owner, in: &transform) {
        return false
      }
      return true
    }
  }

  /// Channels and their accounts that no binding covers as a whole.
  private func unbound(in transform: Transform) -> [[NewValue.Member]] {
    let covered = transform.matches("bindings[].match").filter { match in
      Set(transform.draft.keys(at: match)).isSubset(of: ["channel", "accountId"])
    }
    func isCovered(_ channel: String, _ account: String?) -> Bool {
      covered.contains { match in
        guard transform.text(match.appending(key: "channel")) == channel else { return false }
        let bound = transform.text(match.appending(key: "accountId"))
        return bound == account || bound == "*"
      }
    }
    let channels = Transform.path("channels")
    var matches: [[NewValue.Member]] = []
    for channel in transform.draft.keys(at: channels)
    where channel != "defaults" && channel != "modelByChannel" {
      let place = channels.appending(key: channel)
      guard transform.isObject(place) else { continue }
      let accounts = transform.draft.keys(at: place.appending(key: "accounts"))
      if accounts.isEmpty, !isCovered(channel, nil) {
        matches.append([.init("channel", .string(channel))])
      }
      for account in accounts where !isCovered(channel, account) {
        matches.append([
          .init("channel", .string(channel)), .init("accountId", .string(account)),
        ])
      }
    }
    return matches
  }

  private func bind(
    _ match: [NewValue.Member], to owner: String, in transform: inout Transform
  ) -> Bool {
    let bindings = Transform.path("bindings")
    guard transform.makeArray(bindings) else { return false }
    let binding = bindings.appending(index: transform.draft.count(at: bindings))
    return transform.add(
      binding, .object([.init("agentId", .string(owner)), .init("match", .object(match))]),
      because: "the first agent answered there so far")
  }
}
