/// Text that may leave the program: the only kind that an output takes.
///
/// Nothing but this module can make one of a computed string, so that no value of a config reaches
/// a reader past the redactor.
public struct RedactedText: Sendable, Hashable, CustomStringConvertible {
  /// The text, ready to be written.
  public let text: String

  init(_ text: String) {
    self.text = text
  }

  /// The text, ready to be written.
  public var description: String { text }

  /// Words of our own, which the compiler knows.
  ///
  /// - Parameter text: a literal.
  /// - Returns: the same words.
  public static func ours(_ text: StaticString) -> RedactedText {
    RedactedText(text.withUTF8Buffer { String(decoding: $0, as: UTF8.self) })
  }

  /// Two texts, one behind the other.
  public static func + (first: RedactedText, second: RedactedText) -> RedactedText {
    RedactedText(first.text + second.text)
  }
}
