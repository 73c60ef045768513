/// What a draft must know of the notation of its document where members are compared and placed.
///
/// The structure of a draft (members with the text around them) is the same for both notations, and
/// so are its edits. What differs: how keys and strings are spelled, and that a YAML collection may
/// be written by indentation (`DraftContainer.column`).
enum Notation: Sendable {
  case json5
  case yaml

  /// The content of a key.
  func decodeKey(_ key: Piece) -> String {
    self == .json5 ? JSON5Text.decodeKey(key) : YAMLKey.decode(key)
  }

  /// Whether a key reads as a text.
  func key(_ key: Piece, equals text: String) -> Bool {
    self == .json5
      ? JSON5Text.key(key, equals: text)
      : YAMLKey.decode(key).utf8.elementsEqual(text.utf8)
  }
}
