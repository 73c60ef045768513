internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Turns the switch `streaming` of QQ into an object.
///
/// ## Why
/// About 2026.8.1 has all settings of streaming in one object.
///
/// ## What it keeps
/// Whether there is streaming, and by which way, and the comments.
package struct QQBotStreamingBoolean: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "qqbot-streaming-boolean",
      life: Life(introduced: "2026.8.1", refused: "2026.8.1"),
      summary: "Turn the switch streaming of QQ into an object",
      why: "all settings of streaming stand in one object since about 2026.8.1")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        { channels: { qqbot: { streaming: true } } } // fast
        """,
        """
        { channels: { qqbot: { streaming: { mode: "partial", nativeTransport: true } } } } // fast
        """),
      MigrationExample(
        """
        { channels: { qqbot: { accounts: { a: { streaming: false } } } } }
        """,
        """
        { channels: { qqbot: { accounts: { a: { streaming: { mode: "off" } } } } } }
        """),
      MigrationExample(
        unchanged: """
          { channels: { qqbot: { streaming: { mode: "off" } } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("qqbot")
  }

  package func apply(to transform: inout Transform) {
    for source in transform.matches("channels.qqbot{,.accounts.*}.streaming") {
      guard let isOn = transform.draft.boolean(at: source) else { continue }
      let mode = source.appending(key: "mode")
      guard
        transform.convert(
          source, to: mode, .string(isOn ? "partial" : "off"),
          shownAs: isOn ? "\"partial\"" : "\"off\"")
      else { continue }
      if isOn {
        transform.add(
          source.appending(key: "nativeTransport"), .boolean(true),
          because: "that is how it streamed so far")
      }
    }
  }
}
