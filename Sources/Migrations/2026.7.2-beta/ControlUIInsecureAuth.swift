internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Removes `gateway.controlUi.allowInsecureAuth`.
///
/// ## Why
/// 2026.7.2 knows the key no more and refuses it.
///
/// ## What it keeps
/// Everything else, and it waits to be asked: where the key is `true`, somebody reaches the Control
/// UI over plain HTTP, and cannot any more once the key is gone. OpenClaw removes it unasked.
package struct ControlUIInsecureAuth: Migration {
  package let facts = MigrationFacts(
    "retired-gateway-control-ui-allow-insecure-auth",
    life: Life(introduced: "2026.7.2-beta", refused: "2026.7.2-beta"),
    summary: "Remove gateway.controlUi.allowInsecureAuth",
    why: "allowInsecureAuth is refused since 2026.7.2",
    safety: .unsafe("who opens the Control UI over plain HTTP cannot log in afterwards"))

  package let examples = [
    MigrationExample(
      """
      {
        gateway: {
          controlUi: {
            // behind the VPN
            allowInsecureAuth: true,
            enabled: true,
          },
        },
      }
      """,
      """
      {
        gateway: {
          controlUi: {
            // behind the VPN
            enabled: true,
          },
        },
      }
      """, target: "2026.8.1"),
    MigrationExample(
      unchanged: "{ gateway: { controlUi: { enabled: true } } }", target: "2026.8.1"),
  ]

  package init() {}

  package func apply(to transform: inout Transform) {
    transform.remove(
      Transform.path("gateway.controlUi.allowInsecureAuth"),
      because: "it is refused since 2026.7.2")
  }
}
