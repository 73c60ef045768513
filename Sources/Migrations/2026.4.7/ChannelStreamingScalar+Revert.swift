internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

extension ChannelStreamingScalar {
  package func mayConcernReverting(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("streaming") && vocabulary.holds("mode")
  }

  /// The one word again, which releases from 2026.2.22 to 2026.4.5 know; where the object holds
  /// more, that has to go elsewhere first.
  package func revert(in transform: inout Transform) {
    guard transform.target >= "2026.2.22" else { return }
    for words in StreamingWords.scopes(in: transform) where transform.isObject(words.streaming) {
      transform.unwrap("mode", of: words.streaming)
    }
  }
}
