internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Renames the plugin `openai-codex` to `openai`.
///
/// ## Why
/// Since about 2026.6.1 both are one plugin.
///
/// ## What it keeps
/// Places in lists, and settings; those that the plugin openai has already stay. It waits to be
/// asked: who forbids the old plugin would forbid all of OpenAI.
package struct PluginsOpenAICodexIDs: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "plugins-openai-codex-ids",
      life: Life(introduced: "2026.6.1"),
      summary: "Rename the plugin openai-codex to openai",
      why: "the plugin openai-codex is a part of openai since about 2026.6.1",
      safety: .unsafe("who forbids openai-codex forbids all of OpenAI then"))
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        { plugins: { allow: ["openai-codex"], slots: { memory: "openai-codex" } } } // mine
        """,
        """
        { plugins: { allow: ["openai"], slots: { memory: "openai" } } } // mine
        """),
      MigrationExample(
        """
        { plugins: { deny: ["openai", "openai-codex"] } }
        """,
        """
        { plugins: { deny: ["openai"] } }
        """),
      MigrationExample(
        """
        { plugins: { entries: { "openai-codex": { enabled: true } } } }
        """,
        """
        { plugins: { entries: { "openai": { enabled: true } } } }
        """),
      MigrationExample(
        unchanged: """
          { plugins: { allow: ["openai"] } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("plugins")
  }

  package func apply(to transform: inout Transform) {
    for list in ["plugins.allow", "plugins.deny"] {
      let items = transform.matches("\(list)[]")
      let twin = items.first { transform.text($0) == "openai" }
      for item in items.reversed() where transform.text(item) == "openai-codex" {
        if let twin {
          transform.remove(item, because: "\(twin) is the same plugin")
        } else {
          transform.convert(item, to: item, .string("openai"), shownAs: "\"openai\"")
        }
      }
    }
    for slot in transform.matches("plugins.slots.*") where transform.text(slot) == "openai-codex" {
      transform.convert(slot, to: slot, .string("openai"), shownAs: "\"openai\"")
    }
    let entry = Transform.path("plugins.entries.openai-codex")
    guard transform.has(entry), transform.expect(entry, .object) else { return }
    transform.merge(entry, into: Transform.path("plugins.entries.openai"))
  }
}
