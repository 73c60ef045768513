internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Turns `modelAliases` into the aliases of the map of models.
///
/// ## Why
/// Since 2026.1.8 an alias stands in the entry of its model, which has room for one.
///
/// ## What it keeps
/// The comments. An alias that the model has stays; a further one goes, and the report names both
/// it and the model, so that it can be given to another. OpenClaw drops it without a word.
package struct AgentModelAliases: Migration {
  package let facts = MigrationFacts(
    "agent-model-aliases", life: Life(introduced: "2026.1.8", refused: "2026.1.8"),
    summary: "Turn modelAliases into the aliases of the map of models",
    why: "an alias stands in the entry of its model since 2026.1.8")

  package let examples = [
    MigrationExample(
      """
      {
        agent: {
          modelAliases: {
            opus: "anthropic/claude-opus-4-5", // for hard work
            quick: "openai/gpt-5.2",
          },
          models: {
            "openai/gpt-5.2": { alias: "fast" },
          },
        },
      }
      """,
      """
      {
        agent: {
          models: {
            "openai/gpt-5.2": { alias: "fast" },
            "anthropic/claude-opus-4-5": {
              alias: "opus", // for hard work
            },
          },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // the name comes from elsewhere
          agent: { modelAliases: { best: "${MODEL}" } },
        }
        """),
  ]

  package func apply(to transform: inout Transform) {
    for owner in LegacyModels.owners(in: transform) {
      let source = owner.appending(key: "modelAliases")
      guard transform.expect(source, .object) else { continue }
      let map = owner.appending(key: "models")
      for alias in transform.draft.keys(at: source) {
        convert(alias, of: source, to: map, in: &transform)
      }
      transform.prune(source)
    }
  }

  private func convert(
    _ alias: String, of source: ConfigPath, to map: ConfigPath, in transform: inout Transform
  ) {
    let member = source.appending(key: alias)
    guard let name = transform.text(member), LegacyModels.isName(name) else {
      return transform.noteKind(of: member, expected: "the name of a model")
    }
    let target = map.appending(key: name).appending(key: "alias")
    if transform.has(target) {
      transform.remove(member, because: "a model has one alias, and \(target) is set")
    } else {
      transform.convert(member, to: target, .string(alias))
    }
  }
}
