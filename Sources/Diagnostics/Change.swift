/// One thing that a migration or repair does to a config, for the reader of a report.
public struct Change: Sendable, Hashable {
  /// What is done.
  public enum Action: String, Sendable, CaseIterable {
    /// A key gets another name at its place.
    case rename
    /// A value goes to another place.
    case move
    /// What another object lacks goes into it.
    case merge
    /// A value becomes another one that means the same.
    case convert
    /// A value goes to several places.
    case split
    /// A value goes away.
    case remove
    /// A value comes that was not there.
    case set
  }

  /// The migration or check that does it.
  public let migration: String
  /// What is done.
  public let action: Action
  /// Where the value stood; nil for what is new.
  public let source: ConfigPath?
  /// Where it stands afterwards; nil for what goes away.
  public let target: ConfigPath?
  /// Where it stood in the original text; nil for what is new.
  public let span: SourceSpan?
  /// What is done, in the imperative: the report says whether it was or would be.
  public let message: Message

  /// Makes a change.
  ///
  /// - Parameters:
  ///   - migration: identifier of the migration or check.
  ///   - action: what is done.
  ///   - source: where the value stood.
  ///   - target: where it stands afterwards.
  ///   - span: where it stood in the original text.
  ///   - message: what is done, in the imperative.
  public init(
    migration: String, action: Action, source: ConfigPath?, target: ConfigPath?, span: SourceSpan?,
    message: Message
  ) {
    self.migration = migration
    self.action = action
    self.source = source
    self.target = target
    self.span = span
    self.message = message
  }
}
