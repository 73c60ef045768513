internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Moves `modelFallbacks` into the object of the model.
///
/// ## Why
/// Since 2026.1.8 a model and its fallbacks stand in one object.
///
/// ## What it keeps
/// The list as it is written, and a list that the object has already: then the old one goes, named
/// in the report. A model that is only a name becomes an object, for a name has no fallbacks.
package struct AgentModelFallbacks: Migration {
  package let facts = MigrationFacts(
    "agent-model-fallbacks", life: Life(introduced: "2026.1.8", refused: "2026.1.8"),
    summary: "Move modelFallbacks into the object of the model",
    why: "a model and its fallbacks stand in one object since 2026.1.8")

  package let examples = [
    MigrationExample(
      """
      {
        agent: {
          model: "anthropic/claude-opus-4-5",
          modelFallbacks: [
            "openai/gpt-5.2", // paid by the token
          ],
        },
      }
      """,
      """
      {
        agent: {
          model: {
            primary: "anthropic/claude-opus-4-5",
            fallbacks: [
              "openai/gpt-5.2", // paid by the token
            ],
          },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // no list
          agent: { model: { primary: "a/m" }, modelFallbacks: "b/m" },
        }
        """),
  ]

  package func apply(to transform: inout Transform) {
    LegacyModels.moveFallbacks("modelFallbacks", of: "model", in: &transform)
  }
}
