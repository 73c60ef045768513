internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Removes `gateway.tailscale.serviceName` and switches serving off.
///
/// ## Why
/// About 2026.8.1 refuses the key, and OpenClaw stops serving rather than serve elsewhere.
///
/// ## What it keeps
/// All comments. It waits to be asked: who reaches the gateway through the service does not any
/// more.
package struct TailscaleServiceName: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "tailscale-service-name",
      life: Life(introduced: "2026.8.1", refused: "2026.8.1"),
      summary: "Remove gateway.tailscale.serviceName and switch serving off",
      why: "serviceName is refused since about 2026.8.1",
      safety: .unsafe("nobody reaches the gateway through the service of Tailscale then"))
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        { gateway: { tailscale: { mode: "serve", serviceName: "svc:x" } } } // far
        """,
        """
        { gateway: { tailscale: { mode: "off" } } } // far
        """),
      MigrationExample(
        """
        { gateway: { tailscale: { mode: "funnel", serviceName: "svc:x" } } }
        """,
        """
        { gateway: { tailscale: { mode: "funnel" } } }
        """),
      MigrationExample(
        unchanged: """
          { gateway: { tailscale: { mode: "serve" } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("serviceName")
  }

  package func apply(to transform: inout Transform) {
    let section = Transform.path("gateway.tailscale")
    let mode = section.appending(key: "mode")
    guard transform.remove(section.appending(key: "serviceName"), because: "\(ours: facts.why)"),
      transform.text(mode) == "serve"
    else { return }
    transform.convert(mode, to: mode, .string("off"), shownAs: "\"off\"")
  }
}
