public import Diagnostics

/// One place of a document that the redactor hides, and why: for a reader who wonders at a mask.
public struct Mask: Sendable, Hashable {
  /// What gave a secret away.
  public enum Reason: Sendable, Hashable {
    /// The key above it, by the table of secret paths or by its name.
    case key
    /// The look of a token, a private key or a URL: what it seems to be.
    case look(String)
    /// The name that stands before it in the same text, as in `--token …`.
    case name
    /// Nothing but its characters: they are too random for words.
    case entropy
    /// It repeats a secret that stands elsewhere.
    case repetition
  }

  /// What stands there when it is shown, for instance `‹token 1›`.
  public let label: String
  /// Where it stands in the text.
  public let span: SourceSpan
  /// The way to the value; nil for a comment.
  public let path: ConfigPath?
  /// Whether it is a key that is hidden, not its value.
  public let isKey: Bool
  /// Why it is hidden.
  public let reason: Reason
}
