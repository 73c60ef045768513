/// What differs between two configs: text that is fit to be shown.
///
/// Equal secrets have equal labels in it, different ones different labels.
public struct ConfigDifference: Sendable, Hashable {
  /// One value that differs.
  public struct Entry: Sendable, Hashable {
    /// How it differs.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// Only the second config has it.
      case added
      /// Only the first config has it.
      case removed
      /// Both have it, with different values.
      case changed
      /// An item of a list has another place among the others.
      case moved
    }

    /// How it differs.
    public let kind: Kind
    /// Where it stands in the first config; nil when it does not.
    public let oldPath: String?
    /// Where it stands in the second config; nil when it does not.
    public let newPath: String?
    /// The value in the first config, masked; nil when there is none.
    public let old: String?
    /// The value in the second config, masked; nil when there is none.
    public let new: String?
    /// The line in the first config.
    public let oldLine: Int?
    /// The line in the second config.
    public let newLine: Int?
  }

  /// What to call the first config.
  public let first: String
  /// What to call the second config.
  public let second: String
  /// The values that differ, in the order of the second config, those that are gone last in their
  /// objects.
  public let entries: [Entry]
  /// Whether the texts are the same byte for byte.
  public let hasSameText: Bool
  /// A masked unified difference of the texts, line by line.
  public let lines: [String]
}
