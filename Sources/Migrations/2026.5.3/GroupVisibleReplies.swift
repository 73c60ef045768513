internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Writes `messages.groupChat.visibleReplies` where channels are configured and it is not set.
///
/// ## Why
/// 2026.4.27 changed what holds where nothing is set, and OpenClaw wrote the new value into configs
/// from 2026.5.3 to 2026.5.17. Later releases have withdrawn that.
///
/// ## What it keeps
/// Everything. It waits to be asked: the key is no old shape, and once written it holds for later
/// releases too. The report says what has changed.
package struct GroupVisibleReplies: Migration {
  package let facts = MigrationFacts(
    "group-visible-replies-default",
    life: Life(introduced: "2026.4.27", from: "2026.5.3", until: "2026.5.18"),
    summary: "Write down how replies in groups are shown",
    why:
      "replies in groups are shown only by the message tool since 2026.4.27 where nothing else is set"
  )

  package let examples = [
    MigrationExample(
      """
      { channels: { telegram: {} } }
      """,
      """
      { channels: { telegram: {} }, messages: { groupChat: { visibleReplies: "message_tool" } } }
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

  package init() {}

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("channels")
  }

  package func apply(to transform: inout Transform) {
    let place = Transform.path("messages.groupChat.visibleReplies")
    let channels = Transform.path("channels")
    guard transform.draft.keys(at: channels).contains(where: { $0 != "defaults" }),
      !transform.has(place), !transform.has(Transform.path("messages.visibleReplies"))
    else { return }
    guard transform.allowsUnsafe else {
      return transform.note(
        .info, at: channels, "how replies in groups are shown is not set",
        why: "\(ours: facts.why)",
        fix: .unsafe(
          "set \(place) to automatic for the old way; clawdoctor --fix --only \(ours: facts.id) writes the new one"
        ))
    }
    transform.add(place, .string("message_tool"), because: "\(ours: facts.why)")
  }
}
