internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Reports folders of plugins that lie in an installation of OpenClaw.
///
/// ## Why
/// Since 2026.3.28 the plugins that come with OpenClaw lie elsewhere in it; OpenClaw replaces such
/// a path, and later releases remove it.
///
/// ## What it keeps
/// The paths. Where the installation is cannot be known from a config.
package struct BundledPluginPaths: Migration {
  package let facts = MigrationFacts(
    "plugins-load-paths-bundled", life: Life(introduced: "2026.3.28"),
    summary: "Report plugin folders that lie in an OpenClaw installation",
    why: "plugins that come with OpenClaw lie elsewhere in it since 2026.3.28")

  package let examples = [
    MigrationExample(
      unchanged: """
        {
          plugins: { load: { paths: [
            "/usr/lib/node_modules/openclaw/extensions/matrix/", // came with it
            "~/plugins/mine",
          ] } },
        }
        """)
  ]

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool { vocabulary.holds("paths") }

  package func apply(to transform: inout Transform) {
    for path in transform.matches("plugins.load.paths[]") {
      guard let folder = transform.text(path),
        folder.contains("/node_modules/openclaw/extensions/")
      else { continue }
      transform.note(
        .warning, at: path, "\(path) lies in an installation of OpenClaw",
        why: "\(ours: facts.why)",
        fix: .manual("remove the path, or correct it where the plugin is not found without it"))
    }
  }
}
