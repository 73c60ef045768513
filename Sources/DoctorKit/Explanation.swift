/// What is known of a key, a migration or a check.
public struct Explanation: Sendable, Hashable {
  /// What holds for a key in a run of releases.
  public struct Chapter: Sendable, Hashable {
    /// The first release.
    public let first: String
    /// The last one; nil when it holds to the end of what is known.
    public let last: String?
    /// The kinds of value that the key takes.
    public let types: String
    /// The values that it takes, as JSON; empty when all are.
    public let values: [String]
    /// Bounds, as clauses behind "must be".
    public let limits: [String]
    /// What the schema fills in, JSON.
    public let standard: String?
    /// Further facts, as clauses.
    public let notes: [String]
  }

  /// The key as the catalogue has it, or the identifier.
  public let subject: String
  /// One sentence: the life of a key, or what a migration or check is for.
  public let summary: String
  /// Why it is so; nil for keys.
  public let why: String?
  /// What a key takes, from the oldest release to the newest; empty for everything else.
  public let chapters: [Chapter]
  /// Where a key is now that has gone.
  public let successor: String?
  /// The keys directly below a key.
  public let children: [String]
  /// Configs before and after a migration, executed.
  public var examples: [MigrationEntry.Example] = []
}
