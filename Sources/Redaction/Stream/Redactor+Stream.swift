public import ConfigDocument
internal import Diagnostics

extension Redactor {
  /// How many secrets a stream gives labels to before it forgets them.
  private static let rememberedSecrets = 1 << 14

  /// The label of a secret in a stream.
  mutating func streamLabel(_ secret: TextBytes, _ word: String) -> String {
    if labels.count >= Self.rememberedSecrets { labels.forgetSecrets() }
    // A longer secret is known by its beginning: it passes before it has ended.
    let beginning = TextBytes(rebasing: secret[..<min(secret.count, 4096)])
    return labels.label(String(decoding: beginning, as: UTF8.self), word)
  }

  /// Reads what looks secret in the values of a document, so that a stream finds it however it is
  /// encoded; `learn` reads what is secret for its key.
  ///
  /// - Parameter document: the config, or a file that it includes.
  public mutating func learnLooks(of document: ConfigDocument) {
    for leaf in DocumentWalk(document, document.root, at: .root) {
      guard let text = document.string(leaf.node) else { continue }
      let bytes = Array(text.utf8)
      let hints = leaf.sensitivity == .url ? [.isURL] : leaf.hints
      for find in SecretFinder.scan(bytes, hints: hints) {
        let secret = String(decoding: bytes[find.range], as: UTF8.self)
        known.add(secret, labels.label(secret, find.label))
      }
    }
  }
}
