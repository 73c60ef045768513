internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Moves `imageModelFallbacks` into the object of the image model.
///
/// ## Why
/// Since 2026.1.8 a model and its fallbacks stand in one object.
///
/// ## What it keeps
/// As `AgentModelFallbacks`.
package struct AgentImageModelFallbacks: Migration {
  package let facts = MigrationFacts(
    "agent-image-model-fallbacks", life: Life(introduced: "2026.1.8", refused: "2026.1.8"),
    summary: "Move imageModelFallbacks into the object of the image model",
    why: "a model and its fallbacks stand in one object since 2026.1.8")

  package let examples = [
    MigrationExample(
      """
      {
        agent: {
          imageModel: { primary: "openai/gpt-5.2" },
          // the old one
          imageModelFallbacks: ["openai/gpt-4o"],
        },
      }
      """,
      """
      {
        agent: {
          imageModel: { primary: "openai/gpt-5.2",
            // the old one
            fallbacks: ["openai/gpt-4o"] },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // the new shape
          agent: { imageModel: { primary: "a/m", fallbacks: ["b/m"] } },
        }
        """),
  ]

  package func apply(to transform: inout Transform) {
    LegacyModels.moveFallbacks("imageModelFallbacks", of: "imageModel", in: &transform)
  }
}
