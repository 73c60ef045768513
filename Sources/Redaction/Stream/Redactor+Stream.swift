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
}
