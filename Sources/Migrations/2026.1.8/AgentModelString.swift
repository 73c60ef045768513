internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Writes the model of `agent` as an object.
///
/// ## Why
/// Since 2026.1.8 a model and its fallbacks stand in one object.
///
/// ## What it keeps
/// The name as it is written. Where a map of models lists what may be chosen, the model is listed
/// too; no map is made, since that would forbid all other models (OpenClaw makes one). A name at
/// `agents.defaults.model` is left for releases from 2026.2.23 on, which accept it.
package struct AgentModelString: Migration {
  package let facts = MigrationFacts(
    "agent-model-string", life: Life(introduced: "2026.1.8", refused: "2026.1.8"),
    summary: "Write the model of agent as an object",
    why: "a model and its fallbacks stand in one object since 2026.1.8")

  package let examples = [
    MigrationExample(
      """
      {
        agent: {
          model: "anthropic/claude-opus-4-5", // the good one
          models: { "openai/gpt-5.2": { alias: "gpt" } },
        },
      }
      """,
      """
      {
        agent: {
          model: {
            primary: "anthropic/claude-opus-4-5",
            fallbacks: [],
          }, // the good one
          models: { "openai/gpt-5.2": { alias: "gpt" }, "anthropic/claude-opus-4-5": {} },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // a short form that is accepted
          agents: { defaults: { model: "openai/gpt-5.2" } },
        }
        """),
  ]

  package func apply(to transform: inout Transform) {
    LegacyModels.convertName("model", in: &transform)
  }
}
