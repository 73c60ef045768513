internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Removes `interactiveReplies` from the capabilities of Slack.
///
/// ## Why
/// About 2026.8.1 refuses the word.
///
/// ## What it keeps
/// All other capabilities, and all comments.
package struct SlackInteractiveReplies: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "slack-interactive-replies",
      life: Life(introduced: "2026.8.1", refused: "2026.8.1"),
      summary: "Remove interactiveReplies from capabilities of Slack",
      why: "interactiveReplies is refused since about 2026.8.1")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        { channels: { slack: { capabilities: ["interactiveReplies", "other"] } } } // buttons
        """,
        """
        { channels: { slack: { capabilities: ["other"] } } } // buttons
        """),
      MigrationExample(
        """
        { channels: { slack: { accounts: { a: { capabilities: { interactiveReplies: true }, name: "n" } } } } }
        """,
        """
        { channels: { slack: { accounts: { a: { name: "n" } } } } }
        """),
      MigrationExample(
        unchanged: """
          { channels: { slack: { capabilities: ["other"] } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("capabilities")
  }

  package func apply(to transform: inout Transform) {
    for list in transform.matches("channels.slack{,.accounts.*}.capabilities") {
      let items = transform.draft.matches(PathPattern("\(list)[]")).reversed()
      for item in items where transform.text(item)?.lowercased() == "interactivereplies" {
        transform.remove(item, because: "\(ours: facts.why)")
      }
      transform.remove(list.appending(key: "interactiveReplies"), because: "\(ours: facts.why)")
      transform.prune(list)
    }
  }
}
