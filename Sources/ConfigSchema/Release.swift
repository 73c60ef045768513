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
    self.init(utf8: Array(text.utf8)[...])
  }

  /// Reads a version byte by byte: every start reads some hundred of them from tables.
  ///
  /// - Parameter text: UTF-8, with or without a leading `v`.
  package init?(utf8 text: ArraySlice<UInt8>) {
    var bytes = text
    if bytes.first == UInt8(ascii: "v") { bytes.removeFirst() }
    guard let year = Self.number(&bytes), bytes.popFirst() == UInt8(ascii: "."),
      let month = Self.number(&bytes), bytes.popFirst() == UInt8(ascii: "."),
      let patch = Self.number(&bytes), (2000..<10_000).contains(year), (1...12).contains(month)
    else { return nil }
    self.year = year
    self.month = month
    self.patch = patch
    guard let hyphen = bytes.popFirst() else {
      suffix = nil
      rank = 0
      return
    }
    guard hyphen == UInt8(ascii: "-"), let rank = Self.rank(bytes) else { return nil }
    suffix = String(decoding: bytes, as: UTF8.self)
    self.rank = rank
  }

  /// The digits at the beginning, at most four, as a number; nil when there are none.
  private static func number(_ bytes: inout ArraySlice<UInt8>) -> Int? {
    let digits = bytes.prefix { $0 &- 0x30 < 10 }
    guard (1...4).contains(digits.count) else { return nil }
    bytes = bytes.dropFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Where a suffix stands beside the release without one; nil when it is none of OpenClaw's.
  private static func rank(_ suffix: ArraySlice<UInt8>) -> Int? {
    var rest = suffix
    let word = Array("beta".utf8)
    guard suffix.starts(with: word) else {
      let again = number(&rest)
      return rest.isEmpty ? again.flatMap { $0 < 1_000 ? $0 : nil } : nil
    }
    rest = rest.dropFirst(word.count)
    guard let dot = rest.popFirst() else { return -1_000 }
    guard dot == UInt8(ascii: "."), let beta = number(&rest), beta < 1_000, rest.isEmpty else {
      return nil
    }
    return beta - 1_000
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
