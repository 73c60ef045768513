internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Removes the plugin `webhooks` from the settings and lists of plugins.
///
/// ## Why
/// About 2026.9 has no such plugin.
///
/// ## What it keeps
/// All other plugins. Where it is the only one that is allowed it stays in the list and is
/// reported: an empty list may allow all.
package struct WebhooksPlugin: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "webhooks-plugin",
      life: Life(introduced: "2026.9.1", refused: "2026.9.1"),
      summary: "Remove the plugin webhooks",
      why: "the plugin webhooks is gone since about 2026.9")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        { plugins: { entries: { webhooks: { enabled: true }, a: {} }, deny: ["webhooks"], allow: ["a", "webhooks"] } } // gone
        """,
        """
        { plugins: { entries: { a: {} }, deny: [], allow: ["a"] } } // gone
        """),
      MigrationExample(
        unchanged: """
          { plugins: { allow: ["webhooks"] } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("plugins")
  }

  package func apply(to transform: inout Transform) {
    transform.remove(Transform.path("plugins.entries.webhooks"), because: "\(ours: facts.why)")
    for list in ["plugins.deny", "plugins.allow"] {
      let items = transform.matches("\(list)[]")
      for item in items.reversed() where transform.text(item) == "webhooks" {
        if list == "plugins.allow", items.count == 1 {
          transform.note(
            at: item, "\(item) is the only plugin that is allowed, and there is no such plugin",
            why: "\(ours: facts.why), and an empty list may allow all",
            fix: .manual("list the plugins that are to run, or set plugins.enabled to false"))
        } else {
          transform.remove(item, because: "\(ours: facts.why)")
        }
      }
    }
  }
}
