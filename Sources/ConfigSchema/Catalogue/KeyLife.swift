/// In which releases a key is valid.
package struct KeyLife: Sendable, Hashable {
  /// A run of releases, both ends included.
  package struct Span: Sendable, Hashable {
    /// The first release.
    package let first: Release
    /// The last one; nil when the key is valid to the end of what is known.
    package let last: Release?
  }

  /// The runs in order; more than one when the key went and came back.
  package let spans: [Span]

  /// Reads the life of a key from its rows; nil when it has none.
  init?(_ rows: [KeyRow]) {
    var runs: [ClosedRange<Int>] = []
    for row in rows where !row.flags.contains(.rejected) {
      if let last = runs.last, last.upperBound + 1 == row.span.lowerBound {
        runs[runs.count - 1] = last.lowerBound...row.span.upperBound
      } else {
        runs.append(row.span)
      }
    }
    guard !runs.isEmpty else { return nil }
    spans = runs.map { Self.span($0) }
  }

  /// The releases with some sets of keys.
  ///
  /// - Parameter run: positions of the first and last set.
  /// - Returns: the first and last release that has one of them.
  static func span(_ run: ClosedRange<Int>) -> Span {
    let entries = ReleaseCatalogue.entries
    let newest = entries.last?.keys ?? 0
    return Span(
      first: entries.first { $0.keys == run.lowerBound }?.release ?? .oldest,
      last: run.upperBound >= newest
        ? nil : entries.last { $0.keys == run.upperBound && $0.knowledge != .none }?.release)
  }

  /// The first release that has the key.
  package var first: Release { spans.first?.first ?? .oldest }

  /// The last release that has it; nil when it is valid to the end of what is known.
  package var last: Release? { spans.last?.last }

  /// The life as a clause: `valid from 2026.2.19 to 2026.4.2`.
  package var phrase: String {
    "valid "
      + spans.map { span in
        guard let last = span.last else { return "from \(span.first) on" }
        return span.first == last ? "in \(last)" : "from \(span.first) to \(last)"
      }.joined(separator: " and ")
  }
}
