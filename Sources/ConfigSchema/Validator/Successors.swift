internal import ConfigDocument
internal import Diagnostics

/// Where keys are now that have left the schema (table `successors.tsv`).
struct Successors {
  private let rows: [(old: ArraySlice<UInt8>, new: ArraySlice<UInt8>)]

  init() {
    rows = TableLines(SuccessorsTable.text).rows.compactMap { line in
      let cells = line.cells
      return cells.count == 2 ? (cells[0], cells[1]) : nil
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
      guard Self.mayMatch(old, path) else { continue }
      let pattern = PathPattern(String(decoding: old, as: UTF8.self))
      guard pattern.matches(path) else { continue }
      let filled = PathPattern(String(decoding: new, as: UTF8.self)).filled(
        with: pattern.wildcards(in: path))
      if let filled { return filled }
    }
    return nil
  }

  /// Whether a pattern begins and ends like a path: few are read any further.
  private static func mayMatch(_ pattern: ArraySlice<UInt8>, _ path: ConfigPath) -> Bool {
    func isWildcard(_ byte: UInt8?) -> Bool {
      byte == UInt8(ascii: "*") || byte == UInt8(ascii: "]")
    }
    if case .key(let key)? = path.steps.first, !isWildcard(pattern.first),
      !pattern.starts(with: key.utf8)
    {
      return false
    }
    guard let key = path.lastKey, !isWildcard(pattern.last) else { return true }
    return pattern.reversed().starts(with: key.utf8.reversed())
  }
}
