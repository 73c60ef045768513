/// A release of OpenClaw: a calendar version with all its real shapes.
///
/// `2026.4.22`, `2026.2.3-1` (published again after `2026.2.3`), `2026.3.1-beta.1` and
/// `2026.7.2-beta` (before the release). Ordered as published, which is not the order of semantic
/// versions: there a suffix always comes first.
public struct Release: Sendable, Hashable {
  /// Year, month and number within the month.
  public let year: Int
  /// Month, from 1.
  public let month: Int
  /// Number within the month: mostly the day.
  public let patch: Int
  /// Rank of the suffix: betas are negative (`beta.1` is -999), none is 0, `-1` is 1.
  private let rank: Int
  /// The suffix without its hyphen; nil when there is none.
  public let suffix: String?

  /// Reads a version.
  ///
  /// - Parameter text: with or without a leading `v`. Returns nil when it is no version of
  ///   OpenClaw.
  public init?(_ text: some StringProtocol) {
    let bare = text.hasPrefix("v") ? text.dropFirst() : text[...]
    let parts = bare.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    let numbers = parts[0].split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 3, let year = numbers[0], let month = numbers[1], let patch = numbers[2],
      (2000..<10_000).contains(year), (1...12).contains(month), (0..<10_000).contains(patch)
    else { return nil }
    self.year = year
    self.month = month
    self.patch = patch
    guard parts.count == 2 else {
      suffix = nil
      rank = 0
      return
    }
    suffix = String(parts[1])
    if let again = Int(parts[1]), (0..<1_000).contains(again) {
      rank = again
    } else if parts[1] == "beta" {
      rank = -1_000
    } else if parts[1].hasPrefix("beta."), let beta = Int(parts[1].dropFirst(5)),
      (0..<1_000).contains(beta)
    {
      rank = beta - 1_000
    } else {
      return nil
    }
  }
}

extension Release: Comparable {
  /// Whether one release was published before another.
  public static func < (left: Release, right: Release) -> Bool {
    (left.year, left.month, left.patch, left.rank)
      < (right.year, right.month, right.patch, right.rank)
  }

  /// Whether two versions are the same release; `-0` is the release itself.
  public static func == (left: Release, right: Release) -> Bool {
    (left.year, left.month, left.patch, left.rank)
      == (right.year, right.month, right.patch, right.rank)
  }

  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(year)
    hasher.combine(month)
    hasher.combine(patch)
    hasher.combine(rank)
  }
}

extension Release: CustomStringConvertible, ExpressibleByStringLiteral {
  /// The version as OpenClaw writes it.
  public var description: String {
    "\(year).\(month).\(patch)" + (suffix.map { "-" + $0 } ?? "")
  }

  /// Makes a release of a literal of ours; a malformed one is the oldest release, which the test
  /// of the table that holds it reports.
  public init(stringLiteral value: String) {
    self = Release(value) ?? Self.oldest
  }

  /// January 2026, before every release that a config of ours can come from.
  package static let oldest = Release(year: 2026, month: 1, patch: 0)

  private init(year: Int, month: Int, patch: Int) {
    self.year = year
    self.month = month
    self.patch = patch
    rank = 0
    suffix = nil
  }
}
