internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Reports the records of installed plugins.
///
/// ## Why
/// Since about 2026.4.25 they stand in the state of the gateway; about 2026.5.7 refuses them in the
/// config, and its own doctor deleted them before they had been taken over (#80257).
///
/// ## What it keeps
/// The records: only OpenClaw can take them into its state.
package struct PluginInstalls: Migration {
  package let facts = MigrationFacts(
    "plugins-installs-ledger",
    life: Life(introduced: "2026.4.25", refused: "2026.5.7", from: "2026.4.25"),
    summary: "Report the records of installed plugins",
    why: "records of installed plugins stand in the state of the gateway since about 2026.4.25")

  package let examples = [
    MigrationExample(
      unchanged: """
        {
          // from the shop
          plugins: { installs: { voice: { source: "npm" } } },
        }
        """, target: "2026.5.12")
  ]

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool { vocabulary.holds("installs") }

  package func apply(to transform: inout Transform) {
    let records = Transform.path("plugins.installs")
    guard transform.has(records) else { return }
    transform.note(
      at: records, "\(records) has moved to the state of the gateway", why: "\(ours: facts.why)",
      fix: .manual(
        "let OpenClaw 2026.5.12 or later take them over (openclaw doctor --fix), with a backup"))
  }
}
