internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Turns the list `allowedModels` into the map of models.
///
/// ## Why
/// Since 2026.1.8 one map holds the models that may be chosen, and what is set for each.
///
/// ## What it keeps
/// The order and the comment of each item. A model that the map has already keeps its entry. An
/// item that is no text, or that takes its name from the environment, leaves the whole list: keys
/// are not replaced by variables.
package struct AgentAllowedModels: Migration {
  package let facts = MigrationFacts(
    "agent-allowed-models", life: Life(introduced: "2026.1.8", refused: "2026.1.8"),
    summary: "Turn the list allowedModels into the map of models",
    why: "one map holds the models that may be chosen since 2026.1.8")

  package let examples = [
    MigrationExample(
      """
      {
        agent: {
          allowedModels: [
            "anthropic/claude-opus-4-5", // for hard work
            "openai/gpt-5.2",
          ],
        },
      }
      """,
      """
      {
        agent: {
          models: {
            "anthropic/claude-opus-4-5": {}, // for hard work
            "openai/gpt-5.2": {},
          },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // the name comes from elsewhere
          agent: { allowedModels: ["${MODEL}"] },
        }
        """),
  ]

  package func apply(to transform: inout Transform) {
    for owner in LegacyModels.owners(in: transform) {
      let source = owner.appending(key: "allowedModels")
      guard transform.expect(source, .array) else { continue }
      if let bad = firstUnnamed(in: source, of: transform) {
        transform.noteKind(of: bad, expected: "the name of a model")
        continue
      }
      convert(source, to: owner.appending(key: "models"), in: &transform)
    }
  }

  private func firstUnnamed(in source: ConfigPath, of transform: Transform) -> ConfigPath? {
    (0..<transform.draft.count(at: source)).lazy.map { source.appending(index: $0) }
      .first { !LegacyModels.isName(transform.text($0) ?? "") }
  }

  private func convert(_ source: ConfigPath, to map: ConfigPath, in transform: inout Transform) {
    let change = Change(
      migration: facts.id, action: .convert, source: source, target: map,
      span: transform.span(of: source), message: "convert \(source) to \(map)")
    transform.together(change) { transform in
      let item = source.appending(index: 0)
      while let name = transform.text(item) {
        let entry = map.appending(key: name)
        let isDone =
          transform.has(entry)
          ? transform.resolve(item, against: entry, .targetWins)
          : transform.place(item, at: entry, as: .object([]))
        guard isDone else { return false }
      }
      return transform.prune(source)
    }
  }
}
