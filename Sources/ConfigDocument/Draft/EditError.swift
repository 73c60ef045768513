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
    /// YAML: the value is an alias; its text stands at its anchor.
    case alias
    /// YAML: aliases elsewhere stand for the value, or for one that it is part of.
    case sharedAnchor
    /// YAML: a merge key brings the member in, or would bring it back.
    case mergeKey
    /// YAML: the value comes from a template (`{{ … }}`).
    case template
    /// YAML: a tag gives the value a meaning that is not known here.
    case foreignTag
    /// YAML: the key is written in a way that no edit handles: `? key`, `&anchor key`, `*alias`.
    case unusualKey
    /// YAML: the text around leaves no place for the value as it is written.
    case inexpressible
  }

  /// What kind of refusal it is.
  public let code: Code
  /// The path at which it arose.
  public let path: ConfigPath

  init(_ code: Code, _ path: ConfigPath) {
    self.code = code
    self.path = path
  }

  /// Whether another way to write the text would have made the edit possible.
  public var isOfNotation: Bool {
    switch code {
    case .noSuchPath, .notAContainer, .targetExists, .duplicateKey, .intoItself: false
    case .alias, .sharedAnchor, .mergeKey, .template, .foreignTag, .unusualKey, .inexpressible:
      true
    }
  }
}
