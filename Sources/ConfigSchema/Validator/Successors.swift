internal import Diagnostics

/// Where keys are now that have left the schema (table `successors.tsv`).
struct Successors {
  private let rows: [(old: PathPattern, new: PathPattern)]

  init() {
    rows = SuccessorsTable.text.utf8.split(separator: UInt8(ascii: "\n")).dropFirst().compactMap {
      let columns = $0.split(separator: UInt8(ascii: "\t"))
      guard columns.count == 2 else { return nil }
      return (PathPattern(Substring(columns[0])), PathPattern(Substring(columns[1])))
    }
  }

  /// The place that a key has moved to, or in an older release the one that it has come from.
  ///
  /// - Parameters:
  ///   - path: the key.
  ///   - isBackwards: whether the release is older than the key.
  /// - Returns: nil when there is none, or when it is not one place.
  func successor(of path: ConfigPath, isBackwards: Bool) -> ConfigPath? {
    for row in rows {
      let (old, new) = isBackwards ? (row.new, row.old) : (row.old, row.new)
      guard old.matches(path) else { continue }
      let wildcards = old.wildcards(in: path)
      if let filled = new.filled(with: wildcards) { return filled }
    }
    return nil
  }
}
