/// The rows of an embedded table, split into cells; the line of column names is left out.
///
/// - Parameters:
///   - text: the text of a generated table.
///   - columns: how many cells a row has; shorter rows are skipped, the tables are tested for it.
/// - Returns: the cells of each row.
func tableRows(_ text: String, columns: Int) -> [[Substring]] {
  // Bytes, because looking for the borders of Characters costs more than all the rest of a start.
  text.utf8.split(separator: UInt8(ascii: "\n")).dropFirst().compactMap { line in
    let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    return cells.count < columns ? nil : cells.map { Substring($0) }
  }
}
