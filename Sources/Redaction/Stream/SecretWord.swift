/// The words that make a name secret, each with two letters by which a stream finds it.
///
/// Every name that `SecretName` labels has one of them, whole.
enum SecretWord {
  /// Two lower-case letters of each word that stand side by side in few others.
  static let landmarks: [(UInt8, UInt8)] = words.map { word in
    word.text.withUTF8Buffer { ($0[word.offset], $0[word.offset + 1]) }
  }

  private static let words: [(text: StaticString, offset: Int)] = [
    ("pass", 2), ("token", 1), ("cookie", 2), ("secret", 2), ("credential", 0), ("key", 1),
    ("authorization", 6), ("jwt", 0), ("pwd", 0), ("bearer", 0), ("basic", 0),
    ("connection", 2), ("service", 2),
  ]

  /// Whether one of the words has its landmark at a position.
  static func stands(in bytes: TextBytes, at position: Int) -> Bool {
    let pair = (bytes[position] | 0x20, bytes[position + 1] | 0x20)
    switch pair {
    case (UInt8(ascii: "s"), UInt8(ascii: "s")): return bytes.hasLetters("pass", at: position - 2)
    case (UInt8(ascii: "o"), UInt8(ascii: "k")):
      return bytes.hasLetters("token", at: position - 1)
        || bytes.hasLetters("cookie", at: position - 2)
    case (UInt8(ascii: "c"), UInt8(ascii: "r")):
      return bytes.hasLetters("secret", at: position - 2)
        || bytes.hasLetters("credential", at: position)
    case (UInt8(ascii: "e"), UInt8(ascii: "y")): return bytes.hasLetters("key", at: position - 1)
    case (UInt8(ascii: "i"), UInt8(ascii: "z")):
      return bytes.hasLetters("authorization", at: position - 6)
    case (UInt8(ascii: "j"), _): return bytes.hasLetters("jwt", at: position)
    case (UInt8(ascii: "p"), _): return bytes.hasLetters("pwd", at: position)
    case (UInt8(ascii: "b"), UInt8(ascii: "e")): return bytes.hasLetters("bearer", at: position)
    case (UInt8(ascii: "b"), _): return bytes.hasLetters("basic", at: position)
    case (UInt8(ascii: "n"), _): return bytes.hasLetters("connection", at: position - 2)
    case (UInt8(ascii: "r"), _): return bytes.hasLetters("service", at: position - 2)
    default: return false
    }
  }
}
