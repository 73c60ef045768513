internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

extension WebSearchProvider {
  /// The engines that were built in, their plugins, and the first release that has them.
  private static let builtIn: [(engine: String, plugin: String, since: Release)] = [
    ("perplexity", "perplexity", "2026.1.20"), ("grok", "xai", "2026.2.9"),
    ("gemini", "google", "2026.2.23"), ("kimi", "moonshot", "2026.2.23"),
  ]

  package func mayConcernReverting(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("webSearch") && vocabulary.holds("entries")
  }

  package func revert(in transform: inout Transform) {
    for (engine, plugin, since) in Self.builtIn where transform.target >= since {
      PluginSettings(id: plugin, section: "webSearch").release(
        to: Transform.path("tools.web.search").appending(key: engine), in: &transform)
    }
  }
}
