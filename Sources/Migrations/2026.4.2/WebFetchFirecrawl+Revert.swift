internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

extension WebFetchFirecrawl {
  package func mayConcernReverting(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("firecrawl") && vocabulary.holds("webFetch")
  }

  /// Firecrawl is a key of the built-in fetching from 2026.3.13 on.
  package func revert(in transform: inout Transform) {
    guard transform.target >= "2026.3.13" else { return }
    PluginSettings(id: "firecrawl", section: "webFetch").release(
      to: Transform.path("tools.web.fetch.firecrawl"), in: &transform)
  }
}
