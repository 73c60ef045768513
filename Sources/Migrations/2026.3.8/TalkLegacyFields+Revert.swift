internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

extension TalkLegacyFields {
  package func mayConcernReverting(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("talk") && vocabulary.holds("elevenlabs")
  }

  /// Before 2026.2.24 there are no providers, and the one voice is that of ElevenLabs.
  package func revert(in transform: inout Transform) {
    let talk = Transform.path("talk")
    let provider = talk.appending(key: "providers").appending(key: "elevenlabs")
    guard transform.target < "2026.2.24", transform.isObject(provider) else { return }
    for key in ["voiceId", "voiceAliases", "modelId", "outputFormat", "apiKey"] {
      let (setting, target) = (provider.appending(key: key), talk.appending(key: key))
      if transform.has(setting), !transform.has(target) { transform.move(setting, to: target) }
    }
    transform.prune(provider, upTo: talk.appending(key: "providers"))
  }
}
