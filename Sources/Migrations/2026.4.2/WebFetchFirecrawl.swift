internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Moves the settings of Firecrawl to its plugin.
///
/// ## Why
/// Since 2026.4.2 pages are fetched by plugins.
///
/// ## What it keeps
/// All settings as they are written, and the comments. `enabled: false` becomes that of the plugin;
/// OpenClaw drops it and switches the plugin on. A plugin that is switched on already, for the
/// search, leaves the old `enabled: false` for the reader: one switch is left for two uses.
package struct WebFetchFirecrawl: Migration {
  package let facts = MigrationFacts(
    "web-fetch-firecrawl", life: Life(introduced: "2026.4.2", refused: "2026.4.2"),
    summary: "Move the settings of Firecrawl to its plugin",
    why: "pages are fetched by plugins since 2026.4.2")

  package let examples = [
    MigrationExample(
      """
      {
        tools: {
          web: {
            fetch: {
              maxChars: 9000,
              firecrawl: {
                enabled: false, // too expensive
                apiKey: "${FIRECRAWL_API_KEY}",
              },
            },
          },
        },
      }
      """,
      """
      {
        tools: {
          web: {
            fetch: {
              maxChars: 9000,
            },
          },
        },
        plugins: {
          entries: {
            firecrawl: {
              enabled: false, // too expensive
              config: {
                webFetch: {
                  apiKey: "${FIRECRAWL_API_KEY}",
                },
              },
            },
          },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // no object
          tools: { web: { fetch: { firecrawl: true } } },
        }
        """),
  ]

  package func apply(to transform: inout Transform) {
    let source = Transform.path("tools.web.fetch.firecrawl")
    guard transform.expect(source, .object) else { return }
    let plugin = PluginSettings(id: "firecrawl", section: "webFetch")
    let flag = source.appending(key: "enabled")
    if transform.has(flag) {
      let isOff = transform.draft.boolean(at: flag) == false
      guard transform.expect(flag, .boolean),
        transform.move(
          flag, to: plugin.entry.appending(key: "enabled"),
          conflict: isOff ? .keepBoth : .targetWins)
      else { return }
      if transform.prune(source) { return }
    }
    plugin.adopt(source, in: &transform)
  }
}
