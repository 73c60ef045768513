package import ConfigSchema

/// What was recognised where a credential belongs.
///
/// It says what class of text it is and nothing of the text itself.
package struct Placeholder: Sendable, Hashable {
  /// The classes.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A published example that the gateway does not start with.
    case refusedExample
    /// A published example that OpenClaw takes for a credential.
    case publishedExample
    /// A text that looks like a request to replace it, or like nothing random.
    case pattern
    /// The label of a hidden value, saved as a value.
    case redactionMark
    /// A reference in a form that OpenClaw does not replace.
    case unexpandedReference
  }

  /// The class.
  package let kind: Kind
  /// A clause of ours for a report, such as "an example value from OpenClaw's documentation".
  package let phrase: String
  /// The first release that refuses it in this field, whether the one that was asked for does or
  /// not; nil when none does.
  package let refusedSince: Release?

  init(_ kind: Kind, _ phrase: String, refusedSince: Release? = nil) {
    self.kind = kind
    self.phrase = phrase
    self.refusedSince = refusedSince
  }
}
