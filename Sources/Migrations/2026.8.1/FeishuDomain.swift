internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Removes login, path, query and fragment from HTTPS addresses in `domain` of Feishu.
///
/// ## Why
/// About 2026.8.1 refuses everything but the host there.
///
/// ## What it keeps
/// Scheme, host and port. Words and other addresses stay.
package struct FeishuDomain: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "feishu-domain",
      life: Life(introduced: "2026.8.1", refused: "2026.8.1"),
      summary: "Remove logins and queries from addresses of Feishu",
      why: "domain of Feishu is the host alone since about 2026.8.1")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        { channels: { feishu: { domain: "https://u:demo-not-a-secret@h.example/?q" } } } // ours
        """,
        """
        { channels: { feishu: { domain: "https://h.example" } } } // ours
        """),
      MigrationExample(
        unchanged: """
          { channels: { feishu: { domain: "lark" } } }
          """),
      MigrationExample(
        unchanged: """
          { channels: { feishu: { domain: "https://h.example/api" } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("feishu")
  }

  package func apply(to transform: inout Transform) {
    for source in transform.matches("channels.feishu{,.accounts.*}.domain") {
      guard let text = transform.text(source), text.hasPrefix("https://") else { continue }
      let rest = text.dropFirst("https://".count)
      let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      let host = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] }
      let isPlain = host == nil && !rest.contains("?") && !rest.contains("#")
      guard !isPlain, !(host ?? authority).isEmpty else { continue }
      transform.convert(source, to: source, .string("https://\(host ?? authority)"))
    }
  }
}
