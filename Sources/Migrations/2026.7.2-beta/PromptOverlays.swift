internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Moves `promptOverlays.gpt5.personality` to the openai plugin.
///
/// ## Why
/// 2026.7.2 refuses `agents.defaults.promptOverlays`; the personality is a setting of the plugin.
///
/// ## What it keeps
/// The personality with its comments; one that the plugin has stays. The report names everything
/// else that goes.
package struct PromptOverlays: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "prompt-overlays",
      life: Life(introduced: "2026.7.2-beta", refused: "2026.7.2-beta"),
      summary: "Move the personality of promptOverlays to the openai plugin",
      why: "promptOverlays is refused since 2026.7.2")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        {
          agents: {
            defaults: {
              promptOverlays: { gpt5: { personality: "friendly" }, other: 1 }, // kind
            },
          },
        }
        """,
        """
        {
          agents: {
            defaults: {
              // kind
            },
          },
          plugins: {
            entries: {
              openai: {
                config: {
                  personality: "friendly",
                },
              },
            },
          },
        }
        """),
      MigrationExample(
        unchanged: """
          { agents: { defaults: { model: "a/b" } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("promptOverlays")
  }

  package func apply(to transform: inout Transform) {
    let source = Transform.path("agents.defaults.promptOverlays")
    let model = source.appending(key: "gpt5")
    let personality = model.appending(key: "personality")
    transform.move(personality, to: Transform.path("plugins.entries.openai.config.personality"))
    guard !transform.has(personality) else { return }
    transform.prune(model)
    if !transform.prune(source) { transform.remove(source, because: "\(ours: facts.why)") }
  }
}
