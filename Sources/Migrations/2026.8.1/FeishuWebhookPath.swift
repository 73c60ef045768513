internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Turns addresses in `webhookPath` of Feishu into paths.
///
/// ## Why
/// About 2026.8.1 refuses a scheme and a host there.
///
/// ## What it keeps
/// The path with its comments. What is neither a path nor an address stays and is reported.
package struct FeishuWebhookPath: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "feishu-webhook-path",
      life: Life(introduced: "2026.8.1", refused: "2026.8.1"),
      summary: "Turn addresses in webhookPath of Feishu into paths",
      why: "webhookPath of Feishu is a path alone since about 2026.8.1")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        { channels: { feishu: { webhookPath: "http://h.example/feishu" } } } // in
        """,
        """
        { channels: { feishu: { webhookPath: "/feishu" } } } // in
        """),
      MigrationExample(
        unchanged: """
          { channels: { feishu: { webhookPath: "/feishu" } } }
          """),
      MigrationExample(
        unchanged: """
          { channels: { feishu: { webhookPath: "feishu" } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("webhookPath")
  }

  package func apply(to transform: inout Transform) {
    for source in transform.matches("channels.feishu{,.accounts.*}.webhookPath") {
      guard transform.expect(source, .string), let text = transform.text(source),
        !text.hasPrefix("/"), !text.hasPrefix("$")
      else { continue }
      let isAddress = text.hasPrefix("http://") || text.hasPrefix("https://")
      let path = text.drop { $0 != ":" }.dropFirst(3).drop { $0 != "/" }
      if isAddress, path.count > 1 {
        transform.convert(source, to: source, .string(String(path)))
      } else {
        transform.note(
          at: source, "\(source) is no path", why: "\(ours: facts.why)",
          fix: .manual("write a path that begins with a slash"))
      }
    }
  }
}
