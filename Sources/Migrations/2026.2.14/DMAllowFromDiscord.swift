internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Moves `dm.allowFrom` of Discord beside the policy.
///
/// ## Why
/// Since 2026.2.14 the allow list for direct messages stands beside `dmPolicy`.
///
/// ## What it keeps
/// The list as it is written and its comments. Where both lists are set and differ, both stay:
/// which people are meant cannot be known. From 2026.2.26 to 2026.4.23 the list of the channel
/// itself stays where accounts are configured, as OpenClaw has it there: a list of the channel would
/// reach accounts that the old one did not.
package struct DMAllowFromDiscord: Migration {
  package let facts = MigrationFacts(
    "dm-allow-from-discord", life: Life(introduced: "2026.2.14"),
    summary: "Move dm.allowFrom of Discord to allowFrom",
    why: "the allow list for direct messages stands beside the policy since 2026.2.14")

  package let examples = [
    MigrationExample(
      """
      {
        channels: {
          discord: {
            dm: {
              enabled: true,
              // Ann
              allowFrom: ["805422583936421918"],
            },
          },
        },
      }
      """,
      """
      {
        channels: {
          discord: {
            dm: {
              enabled: true,
            },
            // Ann
            allowFrom: ["805422583936421918"],
          },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // two lists
          channels: { discord: { dm: { allowFrom: ["1"] }, allowFrom: ["2"] } },
        }
        """),
  ]

  package func apply(to transform: inout Transform) {
    let isBound = transform.target >= "2026.2.26" && transform.target <= "2026.4.23"
    for scope in transform.matches("channels.discord{,.accounts.*}") {
      let isRoot = scope.steps.count == 2
      if isRoot, isBound, transform.has(scope.appending(key: "accounts")) { continue }
      let messages = scope.appending(key: "dm")
      let isGone = transform.move(
        messages.appending(key: "allowFrom"), to: scope.appending(key: "allowFrom"),
        conflict: .keepBoth)
      if isGone { transform.prune(messages) }
    }
  }
}
