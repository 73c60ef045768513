/// A place in a text: a half-open range of UTF-8 byte offsets, and where a reader finds its start.
public struct SourceSpan: Sendable, Hashable {
  /// Byte offsets into the text, half-open.
  public let range: Range<Int>
  /// Line of the first byte, counted from 1.
  public let line: Int
  /// Column of the first byte in Unicode scalars, counted from 1.
  public let column: Int

  /// Makes a span.
  ///
  /// - Parameters:
  ///   - range: UTF-8 byte offsets, half-open.
  ///   - line: line of the first byte, from 1.
  ///   - column: column of the first byte in Unicode scalars, from 1.
  public init(range: Range<Int>, line: Int, column: Int) {
    self.range = range
    self.line = line
    self.column = column
  }
}
