internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Writes `plugins.bundledDiscovery: "compat"` beside a list of allowed plugins.
///
/// ## Why
/// Until about 2026.5.4 the list `plugins.allow` did not hold for the model providers that come
/// with OpenClaw. From 2026.5.5 to 2026.7.1 it does unless this key says otherwise.
///
/// ## What it keeps
/// What ran goes on running. A key that is set stays, and releases that do not know it do not get
/// it. The file does not say whether it was written before the change or after it, when the list
/// was meant to hold for all: so it waits for consent (FM-51).
package struct BundledDiscoveryCompat: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "bundled-discovery-compat",
      life: Life(introduced: "2026.5.5", until: "2026.7.2-beta"),
      summary: "Keep bundled plugins beside a list of allowed plugins",
      why: "a list of allowed plugins hides bundled ones since about 2026.5.5",
      safety: .unsafe("bundled plugins run that the list does not name"))
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        {
          plugins: {
            allow: ["telegram"], // nothing else
          },
        }
        """,
        """
        {
          plugins: {
            allow: ["telegram"], // nothing else
            bundledDiscovery: "compat",
          },
        }
        """, target: "2026.5.6"),
      MigrationExample(
        unchanged: """
          { plugins: { allow: ["telegram"], bundledDiscovery: "allowlist" } }
          """, target: "2026.5.6"),
      MigrationExample(
        unchanged: """
          { plugins: { allow: [] } }
          """, target: "2026.5.6"),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("allow")
  }

  package func apply(to transform: inout Transform) {
    let allowed = Transform.path("plugins.allow")
    guard transform.kind(allowed) == .array, transform.draft.count(at: allowed) > 0 else { return }
    transform.add(
      Transform.path("plugins.bundledDiscovery"), .string("compat"), because: "\(ours: facts.why)")
  }
}
