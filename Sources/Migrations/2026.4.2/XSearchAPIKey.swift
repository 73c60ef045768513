internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Moves the key of the search on X to the plugin of xAI.
///
/// ## Why
/// Since 2026.4.2 the search on X and the search of Grok use one key, that of the plugin.
///
/// ## What it keeps
/// The key as it is written, a reference too, and the comments. A key that the plugin has stays,
/// and the old one goes, named in the report. The other settings of `x_search` stay in their place.
package struct XSearchAPIKey: Migration {
  package let facts = MigrationFacts(
    "x-search-api-key", life: Life(introduced: "2026.4.2", refused: "2026.4.2"),
    summary: "Move the key of the search on X to the plugin of xAI",
    why: "the search on X uses the key of the xAI plugin since 2026.4.2")

  package let examples = [
    MigrationExample(
      """
      {
        // one account for both
        tools: { web: { x_search: { apiKey: "${XAI_API_KEY}", maxTurns: 3 } } },
        plugins: { entries: { xai: { enabled: true } } },
      }
      """,
      """
      {
        // one account for both
        tools: { web: { x_search: { maxTurns: 3 } } },
        plugins: { entries: { xai: { enabled: true, config: { webSearch: { apiKey: "${XAI_API_KEY}" } } } } },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // no key
          tools: { web: { x_search: { apiKey: null } } },
        }
        """),
  ]

  package func apply(to transform: inout Transform) {
    let source = Transform.path("tools.web.x_search.apiKey")
    switch transform.kind(source) {
    case nil: return
    case .string?, .object?: break
    default: return transform.noteKind(of: source, expected: "a string or a reference")
    }
    if PluginSettings(id: "xai", section: "webSearch").adopt(source, as: "apiKey", in: &transform) {
      transform.prune(Transform.path("tools.web.x_search"))
    }
  }
}
