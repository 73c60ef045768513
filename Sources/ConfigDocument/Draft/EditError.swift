public import Diagnostics

/// Why an edit was not made.
///
/// The draft is as it was before.
public struct EditError: Error, Sendable, Hashable {
  /// The kinds of refusal.
  public enum Code: String, Sendable {
    /// Nothing stands at the path.
    case noSuchPath
    /// Something that is no object or array stands where one is needed.
    case notAContainer
    /// Something stands at the target already.
    case targetExists
    /// A key on the way stands in its object more than once, so that the edit would have to guess.
    case duplicateKey
    /// A value cannot be moved into itself.
    case intoItself
  }

  /// What kind of refusal it is.
  public let code: Code
  /// The path at which it arose.
  public let path: ConfigPath

  /// Makes a refusal.
  ///
  /// - Parameters:
  ///   - code: what kind it is.
  ///   - path: where it arose.
  package init(_ code: Code, _ path: ConfigPath) {
    self.code = code
    self.path = path
  }
}
