/// What became of a support bundle.
public struct BundleReport: Sendable {
  /// A part of the bundle.
  public struct Section: Sendable, Hashable {
    /// Its heading.
    public let title: String
    /// The number of its lines.
    public let lines: Int
  }

  /// The config, where the bundle was written to, and why not where it was refused.
  public internal(set) var report: Report
  /// The parts of the bundle in order.
  public internal(set) var sections: [Section] = []
  /// How many different secrets the bundle was searched for; none stands in it.
  public internal(set) var secretCount = 0
  /// The whole text, where it was asked for instead of a file.
  public internal(set) var text: String?
}
