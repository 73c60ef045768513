internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Removes a `gateway.port` that no port can be.
///
/// ## Why
/// About 2026.8.1 refuses numbers outside of 1 to 65535; without the key the gateway takes its
/// usual port.
///
/// ## What it keeps
/// Every port that can be one, and all comments.
package struct GatewayPortRange: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "gateway-port-range",
      life: Life(introduced: "2026.8.1", refused: "2026.8.1"),
      summary: "Remove a gateway.port that no port can be",
      why: "ports from 1 to 65535 alone are taken since about 2026.8.1")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        { gateway: { port: 99999, mode: "local" } } // typo
        """,
        """
        { gateway: { mode: "local" } } // typo
        """),
      MigrationExample(
        """
        { gateway: { port: 0 } }
        """,
        """
        {}
        """),
      MigrationExample(
        unchanged: """
          { gateway: { port: 18789 } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("port")
  }

  package func apply(to transform: inout Transform) {
    let source = Transform.path("gateway.port")
    guard transform.kind(source) == .number,
      let port = transform.draft.spelling(at: source).flatMap({ Double($0) }),
      !(1...65_535 ~= port),
      transform.remove(source, because: "\(ours: facts.why)")
    else { return }
    transform.prune(Transform.path("gateway"))
  }
}
