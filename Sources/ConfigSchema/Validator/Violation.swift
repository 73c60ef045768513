package import ConfigDocument
package import Diagnostics

/// A key or value that a release does not accept, and what is known of the key.
package struct Violation: Sendable, Hashable {
  /// What is wrong; the raw value is the end of the identifier `schema.<…>`.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The release has no such key.
    case unknownKey = "unknown-key"
    /// No channel that comes with the release has this name.
    case unknownChannel = "unknown-channel"
    /// The value is of a kind that the key does not take.
    case wrongType = "wrong-type"
    /// The value is not among those that the key takes.
    case valueNotAllowed = "value-not-allowed"
    /// A number, a length or a count is beyond a bound.
    case outOfBounds = "out-of-bounds"
    /// A text has not the form that it must have.
    case malformed
    /// A key that its object must have is not there.
    case missingKey = "missing-key"
    /// The release declares the key and refuses it all the same.
    case rejectedKey = "rejected-key"
    /// Values that exclude or need one another do not fit together.
    case rule
  }

  /// What is wrong.
  package let kind: Kind
  /// The identifier for reports, `schema.unknown-key` for instance; rules have their own.
  package var checkID: String
  /// How much it matters to the release.
  package let severity: Severity
  /// The key concerned.
  package let path: ConfigPath
  /// The value; for a missing key the object that lacks it.
  package let node: NodeID
  /// Where the key or value stands.
  package let span: SourceSpan
  /// What is there.
  package let message: Message
  /// What comes of it.
  package let why: Message
  /// What to do.
  package let fix: Fix
  /// In which releases the key is valid; nil for one that no release has.
  package var life: KeyLife?
  /// The release from which the key is refused; nil when it always was.
  package var since: Release?
  /// Where the key is now, or the key of this release that is most like it.
  package var suggestion: ConfigPath?

  /// The violation as the reports have it.
  package var finding: Finding {
    Finding(
      checkID: checkID, severity: severity, message: message, why: why, path: path, span: span,
      since: since?.description, fix: fix)
  }
}
