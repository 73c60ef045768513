internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Moves the settings of the other search engines to their plugins.
///
/// ## Why
/// Since 2026.3.22 every search engine is a plugin; 2026.3.31 refuses the old keys.
///
/// ## What it keeps
/// All settings as they are written, and the comments; what a plugin has already stays. An engine
/// that is not known stays with its key and is reported: OpenClaw deletes it.
package struct WebSearchProvider: Migration {
  package let facts = MigrationFacts(
    "web-search-provider",
    life: Life(introduced: "2026.3.22", refused: "2026.3.31", from: "2026.3.22"),
    summary: "Move the settings of search engines to their plugins",
    why: "every search engine is a plugin since 2026.3.22")

  package let examples = [
    MigrationExample(
      """
      {
        tools: {
          web: {
            search: {
              grok: { apiKey: "${XAI_API_KEY}" }, // shared
              tavily: { apiKey: "${TAVILY_API_KEY}" },
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
              tavily: { apiKey: "${TAVILY_API_KEY}" },
            },
          },
        },
        plugins: {
          entries: {
            xai: {
              enabled: true,
              config: {
                webSearch: { apiKey: "${XAI_API_KEY}" }, // shared
              },
            },
          },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // a setting of its own
          tools: { web: { search: { openaiCodex: { enabled: true } } } },
        }
        """),
  ]

  /// The plugins of the engines that have one by another name, or by the same.
  private let plugins = [
    "gemini": "google", "grok": "xai", "kimi": "moonshot", "perplexity": "perplexity",
    "firecrawl": "firecrawl", "exa": "exa", "duckduckgo": "duckduckgo", "searxng": "searxng",
    "minimax": "minimax", "ollama": "ollama",
  ]

  package func apply(to transform: inout Transform) {
    let search = Transform.path("tools.web.search")
    for key in transform.draft.keys(at: search) {
      let engine = search.appending(key: key)
      if let plugin = plugins[key] {
        PluginSettings(id: plugin, section: "webSearch").adopt(engine, in: &transform)
      } else if transform.isObject(engine), !["brave", "openaiCodex", "apiKey"].contains(key) {
        transform.note(
          at: engine, "\(engine) is a search engine that is not known",
          why: "\(ours: facts.why), and its plugin is not known",
          fix: .manual("move its settings to its plugin under `plugins.entries`"))
      }
    }
  }
}
