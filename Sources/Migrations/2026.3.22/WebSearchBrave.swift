internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Moves the settings of Brave Search to its plugin.
///
/// ## Why
/// Since 2026.3.22 every search engine is a plugin; 2026.3.31 refuses the old keys.
///
/// ## What it keeps
/// The key as it is written, a reference too, and the comments. `tools.web.search.apiKey` was
/// Brave's, whichever engine is chosen, and counts more than `brave.apiKey`; what the plugin has
/// already counts most. What goes is named in the report.
package struct WebSearchBrave: Migration {
  package let facts = MigrationFacts(
    "web-search-brave",
    life: Life(introduced: "2026.3.22", refused: "2026.3.31", from: "2026.3.22"),
    summary: "Move the settings of Brave Search to its plugin",
    why: "every search engine is a plugin since 2026.3.22")

  package let examples = [
    MigrationExample(
      """
      {
        tools: {
          web: {
            search: {
              provider: "brave",
              apiKey: "${BRAVE_API_KEY}", // the free one
            },
          },
        },
      }
      """,
      """
      {
        tools: {
          web: {
            search: {
              provider: "brave",
            },
          },
        },
        plugins: {
          entries: {
            brave: {
              enabled: true,
              config: {
                webSearch: {
                  apiKey: "${BRAVE_API_KEY}", // the free one
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
          // no key
          tools: { web: { search: { apiKey: 7 } } },
        }
        """),
  ]

  package func apply(to transform: inout Transform) {
    let search = Transform.path("tools.web.search")
    let plugin = PluginSettings(id: "brave", section: "webSearch")
    let key = search.appending(key: "apiKey")
    switch transform.kind(key) {
    case .string?, .object?: plugin.adopt(key, as: "apiKey", in: &transform)
    case nil: break
    default: transform.noteKind(of: key, expected: "a string or a reference")
    }
    plugin.adopt(search.appending(key: "brave"), in: &transform)
  }
}
