internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Writes the ids of Discord as text.
///
/// ## Why
/// Ids of Discord have more digits than a number can hold exactly, and since 2026.2.17 lists of
/// ids take text only.
///
/// ## What it keeps
/// Every digit, however many: the text of the file is quoted, no number is computed. OpenClaw has
/// rounded large ids before it looks, and leaves a list with one of them. A number in another
/// notation (hex, exponent, fraction, sign) stays and is reported.
package struct DiscordNumericIDs: Migration {
  package let facts = MigrationFacts(
    "discord-numeric-ids", life: Life(introduced: "2026.2.17", refused: "2026.2.17"),
    summary: "Write the ids of Discord as text",
    why: "ids of Discord are text since 2026.2.17")

  package let examples = [
    MigrationExample(
      """
      {
        channels: {
          discord: {
            allowFrom: [
              805422583936421918, // Ann
              "123456",
            ],
          },
        },
      }
      """,
      """
      {
        channels: {
          discord: {
            allowFrom: [
              "805422583936421918", // Ann
              "123456",
            ],
          },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // no id
          channels: { discord: { allowFrom: [0x10, 1e5] } },
        }
        """),
  ]

  private let lists = [
    "allowFrom", "dm.allowFrom", "dm.groupChannels", "execApprovals.approvers", "guilds.*.users",
    "guilds.*.roles", "guilds.*.channels.*.users", "guilds.*.channels.*.roles",
  ]

  package func apply(to transform: inout Transform) {
    for list in lists {
      for path in transform.matches("channels.discord{,.accounts.*}." + list + "[]")
      where transform.kind(path) == .number {
        quote(path, in: &transform)
      }
    }
  }

  private func quote(_ path: ConfigPath, in transform: inout Transform) {
    guard let digits = transform.draft.spelling(at: path) else { return }
    if digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
      transform.convert(path, to: path, .string(digits))
    } else {
      transform.note(
        at: path, "\(path) is a number, expected an id in quotes",
        why: "\(ours: facts.why); in this notation its digits cannot be known",
        fix: .manual("write the digits of the id in quotes"))
    }
  }
}
