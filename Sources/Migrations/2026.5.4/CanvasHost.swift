internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Moves `canvasHost` to the canvas plugin.
///
/// ## Why
/// Since about 2026.5.4 the canvas is a plugin. 2026.7.2 knows only whether its host runs and
/// refuses the rest.
///
/// ## What it keeps
/// All settings for releases that know them; later ones get `enabled`, and the report names each
/// other key. What the plugin has already stays.
package struct CanvasHost: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "canvas-host",
      life: Life(introduced: "2026.5.4", refused: "2026.7.2-beta", from: "2026.5.4"),
      summary: "Move canvasHost to the canvas plugin",
      why: "the canvas is a plugin since about 2026.5.4")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        {
          canvasHost: {
            enabled: false, // no screen
            port: 18793,
          },
        }
        """,
        """
        {
          plugins: {
            entries: {
              canvas: {
                config: {
                  host: {
                    enabled: false, // no screen
                    port: 18793,
                  },
                },
              },
            },
          },
        }
        """, target: "2026.5.6"),
      MigrationExample(
        """
        { canvasHost: { enabled: false, port: 18793 } }
        """,
        """
        { plugins: { entries: { canvas: { config: { host: { enabled: false } } } } } }
        """, target: "2026.8.1"),
      MigrationExample(
        unchanged: """
          { canvasHost: true }
          """, target: "2026.8.1"),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("canvasHost")
  }

  package func apply(to transform: inout Transform) {
    let source = Transform.path("canvasHost")
    let host = Transform.path("plugins.entries.canvas.config.host")
    guard transform.expect(source, .object) else { return }
    if transform.draft.count(at: source) == 0 {
      transform.remove(source, because: "it is empty")
      return
    }
    guard transform.target >= "2026.7.2-beta" else {
      transform.merge(source, into: host)
      return
    }
    transform.move(source.appending(key: "enabled"), to: host.appending(key: "enabled"))
    for key in transform.draft.keys(at: source) where key != "enabled" {
      transform.remove(
        source.appending(key: key), because: "2026.7.2 knows only whether the canvas host runs")
    }
    transform.prune(source)
  }
}
