internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

extension WebSearchBrave {
  package func mayConcernReverting(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("brave") && vocabulary.holds("webSearch")
  }

  /// Built in, the key stands beside the engines; an object of Brave is known from 2026.3.8 on.
  package func revert(in transform: inout Transform) {
    let search = Transform.path("tools.web.search")
    let plugin = PluginSettings(id: "brave", section: "webSearch")
    plugin.release("apiKey", to: search.appending(key: "apiKey"), in: &transform)
    guard transform.target >= "2026.3.8" else { return }
    plugin.release(to: search.appending(key: "brave"), in: &transform)
  }
}
