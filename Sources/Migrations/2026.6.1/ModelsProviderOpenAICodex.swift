internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Renames the model provider `openai-codex` to `openai`.
///
/// ## Why
/// Since about 2026.6.1 both are one provider, and the old name of its API is refused.
///
/// ## What it keeps
/// Everything. The name of the API is only a word. The provider itself waits to be asked: another
/// login and other bills belong to the new one. Where both are configured nothing is merged,
/// because settings of one would hold for the models of the other.
package struct ModelsProviderOpenAICodex: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "models-provider-openai-codex",
      life: Life(introduced: "2026.6.1", refused: "2026.6.1"),
      summary: "Rename the provider openai-codex to openai",
      why: "the provider openai-codex is a part of openai since about 2026.6.1")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        { models: { providers: { "openai-codex": {
          api: "openai-codex-responses", // the subscription
          models: [],
        } } } }
        """,
        """
        { models: { providers: { "openai": {
          api: "openai-chatgpt-responses", // the subscription
          models: [],
        } } } }
        """),
      MigrationExample(
        """
        { models: { providers: { p: { models: [{ id: "m", api: "openai-codex-responses" }] } } } }
        """,
        """
        { models: { providers: { p: { models: [{ id: "m", api: "openai-chatgpt-responses" }] } } } }
        """),
      MigrationExample(
        unchanged: """
          { models: { providers: { "openai-codex": { models: [] }, openai: { models: [] } } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("providers")
  }

  package func apply(to transform: inout Transform) {
    for source in transform.matches("models.providers.*{.api,.models[].api}")
    where transform.text(source) == "openai-codex-responses" {
      transform.convert(
        source, to: source, .string("openai-chatgpt-responses"),
        shownAs: "\"openai-chatgpt-responses\"")
    }
    let source = Transform.path("models.providers.openai-codex")
    let target = Transform.path("models.providers.openai")
    let isDone = transform.text(source.appending(key: "api")) != "openai-codex-responses"
    guard transform.has(source), isDone else { return }
    if transform.has(target) {
      transform.note(
        at: source, "\(source) and \(target) are both configured",
        why: "\(ours: facts.why); settings of one must not reach the models of the other",
        fix: .manual("move the models to \(target) by hand and remove \(source)"))
    } else if transform.allowsUnsafe {
      transform.move(source, to: target)
    } else {
      transform.note(
        at: source, "\(source) has an old name", why: "\(ours: facts.why)",
        fix: .unsafe(
          "models are asked under another login; clawdoctor --fix --only \(ours: facts.id) does it")
      )
    }
  }
}
