internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Removes `wizard.localModelLeanAutoModel`.
///
/// ## Why
/// About 2026.8.1 refuses the mark, by which OpenClaw knew that it had set the lean mode itself.
///
/// ## What it keeps
/// A lean mode that somebody has chosen. One that OpenClaw had set for the model in use goes with
/// the mark, and the report names it.
package struct LocalModelLeanMarker: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "local-model-lean-marker",
      life: Life(introduced: "2026.8.1", refused: "2026.8.1"),
      summary: "Remove wizard.localModelLeanAutoModel",
      why: "localModelLeanAutoModel is refused since about 2026.8.1")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        { wizard: { localModelLeanAutoModel: "a/b" }, agents: { defaults: { model: { primary: "a/b" }, experimental: { localModelLean: true } } } } // auto
        """,
        """
        { wizard: {}, agents: { defaults: { model: { primary: "a/b" }, experimental: {} } } } // auto
        """),
      MigrationExample(
        """
        { wizard: { localModelLeanAutoModel: "a/b" }, agents: { defaults: { model: "c/d", experimental: { localModelLean: true } } } }
        """,
        """
        { wizard: {}, agents: { defaults: { model: "c/d", experimental: { localModelLean: true } } } }
        """),
      MigrationExample(
        unchanged: """
          { wizard: { lastRunAt: "x" } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("localModelLeanAutoModel")
  }

  package func apply(to transform: inout Transform) {
    let mark = Transform.path("wizard.localModelLeanAutoModel")
    let lean = Transform.path("agents.defaults.experimental.localModelLean")
    let model = Transform.path("agents.defaults.model")
    let primary = transform.text(model) ?? transform.text(model.appending(key: "primary"))
    let isOurs =
      primary != nil && transform.text(mark) == primary && transform.draft.boolean(at: lean) == true
    guard transform.remove(mark, because: "\(ours: facts.why)"), isOurs else { return }
    transform.remove(lean, because: "OpenClaw had set it for the model in use")
  }
}
