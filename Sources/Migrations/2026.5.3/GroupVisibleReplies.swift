internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Writes `messages.groupChat.visibleReplies` where channels are configured and it is not set.
///
/// ## Why
/// 2026.4.27 changed what holds where nothing is set, and OpenClaw writes the new value into
/// configs from 2026.5.3 to 2026.5.17. Later releases have withdrawn that, and no such target gets
/// it.
///
/// ## What it keeps
/// What holds in the release that the config is for: it is the same with the key and without. A
/// value that is set stays, for groups or for all.
package struct GroupVisibleReplies: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "group-visible-replies-default",
      life: Life(introduced: "2026.4.27", from: "2026.5.3", until: "2026.5.18"),
      summary: "Write down how replies in groups are shown",
      why:
        "replies in groups are shown only by the message tool since 2026.4.27 where nothing else is set"
    )
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        {
          channels: { telegram: {} }, // the club
        }
        """,
        """
        {
          channels: { telegram: {} }, // the club
          messages: {
            groupChat: {
              visibleReplies: "message_tool",
            },
          },
        }
        """, target: "2026.5.6"),
      MigrationExample(
        unchanged: """
          { channels: { defaults: {} } }
          """, target: "2026.5.6"),
      MigrationExample(
        unchanged: """
          { messages: { visibleReplies: "automatic" }, channels: { slack: {} } }
          """, target: "2026.5.6"),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("channels")
  }

  package func apply(to transform: inout Transform) {
    guard
      transform.draft.keys(at: Transform.path("channels")).contains(where: { $0 != "defaults" }),
      !transform.has(Transform.path("messages.visibleReplies"))
    else { return }
    transform.add(
      Transform.path("messages.groupChat.visibleReplies"), .string("message_tool"),
      because: "\(ours: facts.why); automatic shows them as before")
  }
}
