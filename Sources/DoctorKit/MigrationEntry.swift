/// What is known of a migration, for a list or a page about it.
public struct MigrationEntry: Sendable, Hashable {
  /// A config before and after it, executed when asked for.
  public struct Example: Sendable, Hashable {
    /// The config before.
    public let before: String
    /// What the migration makes of it; equal to `before` where it has nothing to do.
    public let after: String
  }

  /// Stable identifier, kebab-case.
  public let id: String
  /// The release that brought the new shape.
  public let introduced: String
  /// The first release that refuses the old shape; nil while it is accepted.
  public let refused: String?
  /// The first release for which it is done.
  public let from: String
  /// The first release for which it is not done any more; nil while it is.
  public let until: String?
  /// What it does, in the imperative.
  public let summary: String
  /// What OpenClaw changed.
  public let why: String
  /// What it may change, where it only runs when asked for; nil for one that keeps the meaning.
  public let consequence: String?
}
