extension SecretName {
  /// The words that make a name secret, each with the place of four letters that stand together in
  /// few other words.
  ///
  /// Every name that has a label has one of them; a name that is split inside of a word
  /// (`pass-word` has `pass`, `to-ken` has none) is not looked for in a stream.
  static let words: [(word: StaticString, offset: Int)] = [
    ("pass", 0), ("token", 0), ("cookie", 2), ("secret", 0), ("credential", 0), ("key", 0),
    ("authorization", 4), ("jwt", 0), ("pwd", 0), ("bearer", 0), ("basic", 0),
    ("connection", 4), ("service", 0),
  ]
}
