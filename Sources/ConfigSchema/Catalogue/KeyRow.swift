/// What holds for a key in one span of releases: a row of `keys.tsv`.
///
/// The texts are ranges of bytes in the tree that the row was read from.
struct KeyRow {
  /// Positions of the first and last set of keys that it holds for.
  let span: ClosedRange<Int>
  let types: KeyTypes
  let flags: KeyFlags
  /// Allowed values, a JSON array; empty when all are.
  let values: Range<Int>
  /// Bounds of the value, semicolons between them.
  let limits: Range<Int>
  /// What the schema fills in, JSON; empty when nothing is.
  let standard: Range<Int>
}
