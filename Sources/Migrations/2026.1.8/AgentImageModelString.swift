internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Writes the image model of `agent` as an object.
///
/// ## Why
/// Since 2026.1.8 a model and its fallbacks stand in one object.
///
/// ## What it keeps
/// As `AgentModelString`: the name as it is written, no map of models that was not there, and a
/// name at `agents.defaults.imageModel` for releases that accept it.
package struct AgentImageModelString: Migration {
  package let facts = MigrationFacts(
    "agent-image-model-string", life: Life(introduced: "2026.1.8", refused: "2026.1.8"),
    summary: "Write the image model of agent as an object",
    why: "a model and its fallbacks stand in one object since 2026.1.8")

  package let examples = [
    MigrationExample(
      """
      {
        agent: {
          // reads screenshots
          imageModel: "openai/gpt-5.2",
        },
      }
      """,
      """
      {
        agent: {
          // reads screenshots
          imageModel: {
            primary: "openai/gpt-5.2",
            fallbacks: [],
          },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // the new shape
          agent: { imageModel: { primary: "openai/gpt-5.2" } },
        }
        """),
  ]

  package func apply(to transform: inout Transform) {
    LegacyModels.convertName("imageModel", in: &transform)
  }
}
