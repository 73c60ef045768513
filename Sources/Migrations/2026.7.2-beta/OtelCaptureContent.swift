internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Turns the object `diagnostics.otel.captureContent` into a switch.
///
/// ## Why
/// Since 2026.7.2 one switch says whether content is exported.
///
/// ## What it keeps
/// Comments. `enabled` decides where it is set, so nothing is exported that was not before; else
/// any part that was on.
package struct OtelCaptureContent: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "otel-capture-content",
      life: Life(introduced: "2026.7.2-beta", refused: "2026.7.2-beta"),
      summary: "Turn diagnostics.otel.captureContent into a switch",
      why: "whether content is exported is one switch since 2026.7.2")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        { diagnostics: { otel: { captureContent: { enabled: false, toolInputs: true } } } } // private
        """,
        """
        { diagnostics: { otel: { captureContent: false } } } // private
        """),
      MigrationExample(
        """
        { diagnostics: { otel: { captureContent: { toolInputs: true } } } }
        """,
        """
        { diagnostics: { otel: { captureContent: true } } }
        """),
      MigrationExample(
        unchanged: """
          { diagnostics: { otel: { captureContent: true } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("captureContent")
  }

  package func apply(to transform: inout Transform) {
    let source = Transform.path("diagnostics.otel.captureContent")
    guard transform.isObject(source) else { return }
    let parts = transform.draft.keys(at: source).map { source.appending(key: $0) }
    let isOn =
      transform.draft.boolean(at: source.appending(key: "enabled"))
      ?? parts.contains { transform.draft.boolean(at: $0) == true }
    transform.convert(source, to: source, .boolean(isOn), shownAs: isOn ? "true" : "false")
  }
}
