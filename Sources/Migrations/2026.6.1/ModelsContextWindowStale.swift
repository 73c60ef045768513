internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Corrects the context windows of two models that earlier releases had written wrongly.
///
/// ## Why
/// OpenClaw wrote 200000 for `deepseek-v4-flash` and 2000000 for `grok-4.20`; both take a million.
///
/// ## What it keeps
/// Every other number: only the wrong ones are known to be OpenClaw's.
package struct ModelsContextWindowStale: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "models-context-window-stale",
      life: Life(introduced: "2026.6.1"),
      summary: "Correct context windows that OpenClaw had written wrongly",
      why: "the context window of the model was known wrongly before 2026.6.1")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        { models: { providers: { deepseek: { models: [{ id: "deepseek-v4-flash", contextWindow: 200000 }] } } } } // long
        """,
        """
        { models: { providers: { deepseek: { models: [{ id: "deepseek-v4-flash", contextWindow: 1000000 }] } } } } // long
        """),
      MigrationExample(
        unchanged: """
          { models: { providers: { deepseek: { models: [{ id: "deepseek-v4-flash", contextWindow: 64000 }] } } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("contextWindow")
  }

  package func apply(to transform: inout Transform) {
    for (provider, prefix, wrong) in [
      ("deepseek", "deepseek-v4-flash", "200000"), ("xai", "grok-4.20", "2000000"),
    ] {
      for model in transform.matches("models.providers.\(provider).models[]") {
        let window = model.appending(key: "contextWindow")
        guard let id = transform.text(model.appending(key: "id")),
          provider == "xai" ? id.hasPrefix(prefix) : id == prefix,
          transform.draft.spelling(at: window) == wrong
        else { continue }
        transform.convert(window, to: window, .number("1000000"), shownAs: "1000000")
      }
    }
  }
}
