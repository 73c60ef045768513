internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Replaces the policy `trusted` for direct messages of Matrix.
///
/// ## Why
/// 2026.4.5 refuses the word. OpenClaw replaces it from 2026.4.9 on; the words that take its place
/// are older, so here it is done for 2026.4.5 too.
///
/// ## What it keeps
/// Who is let in: with a list it is `allowlist`, without one `pairing`, where each new person is
/// asked for.
package struct MatrixDMTrusted: Migration {
  package let facts = MigrationFacts(
    "matrix-dm-trusted", life: Life(introduced: "2026.4.5", refused: "2026.4.5"),
    summary: "Replace the policy trusted of Matrix by allowlist or pairing",
    why: "the policy trusted of Matrix is refused since 2026.4.5")

  package let examples = [
    MigrationExample(
      """
      {
        channels: {
          matrix: {
            dm: { policy: "trusted", allowFrom: ["@ann:example.org"] }, // us
            accounts: { second: { dm: { policy: "trusted" } } },
          },
        },
      }
      """,
      """
      {
        channels: {
          matrix: {
            dm: { policy: "allowlist", allowFrom: ["@ann:example.org"] }, // us
            accounts: { second: { dm: { policy: "pairing" } } },
          },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // fine
          channels: { matrix: { dm: { policy: "open" } } },
        }
        """),
  ]

  package func apply(to transform: inout Transform) {
    for policy in transform.matches("channels.matrix{,.accounts.*}.dm.policy")
    where transform.text(policy) == "trusted" {
      guard let list = policy.parent?.appending(key: "allowFrom") else { continue }
      let isListed =
        transform.kind(list) == .array
        && (0..<transform.draft.count(at: list)).contains {
          transform.text(list.appending(index: $0)) != nil
        }
      transform.convert(policy, to: policy, .string(isListed ? "allowlist" : "pairing"))
    }
  }
}
