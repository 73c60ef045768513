internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Removes the protocol `grpc` of OpenTelemetry and switches the export off.
///
/// ## Why
/// About 2026.8.1 knows only the other protocol, which another endpoint takes.
///
/// ## What it keeps
/// The endpoint and all comments. Where something would be exported it is off until the reader
/// gives an endpoint for the other protocol; the report says so.
package struct OtelGRPC: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "otel-grpc",
      life: Life(introduced: "2026.8.1", refused: "2026.8.1"),
      summary: "Remove the protocol grpc of OpenTelemetry",
      why: "the protocol grpc is refused since about 2026.8.1")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        { diagnostics: { otel: { enabled: true, protocol: "grpc" } } } // metrics
        """,
        """
        { diagnostics: { otel: { enabled: false } } } // metrics
        """),
      MigrationExample(
        """
        { diagnostics: { otel: { enabled: false, protocol: "grpc" } } }
        """,
        """
        { diagnostics: { otel: { enabled: false } } }
        """),
      MigrationExample(
        unchanged: """
          { diagnostics: { otel: { protocol: "http/protobuf" } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("protocol")
  }

  package func apply(to transform: inout Transform) {
    let section = Transform.path("diagnostics.otel")
    let source = section.appending(key: "protocol")
    let enabled = section.appending(key: "enabled")
    guard transform.text(source) == "grpc", transform.remove(source, because: "\(ours: facts.why)"),
      transform.draft.boolean(at: enabled) == true
    else { return }
    func isOn(_ key: String) -> Bool? { transform.draft.boolean(at: section.appending(key: key)) }
    let exportsLogs =
      isOn("logs") == true && transform.text(section.appending(key: "logsExporter")) != "stdout"
    if isOn("traces") != false || isOn("metrics") != false || exportsLogs {
      transform.convert(enabled, to: enabled, .boolean(false), shownAs: "false")
    }
  }
}
