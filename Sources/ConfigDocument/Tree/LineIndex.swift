public import Diagnostics

/// Where lines begin in a text, so that offsets become lines and columns.
///
/// A line ends with `\n`, `\r\n` or `\r`. A byte order mark takes no column.
public struct LineIndex: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]
  /// The number of scalars in front of each step of the text: a config may be one line of many
  /// megabytes with a finding on every word.
  private let scalars: [Int]
  private static let step = 4_096

  /// Finds the lines of a text.
  ///
  /// - Parameter bytes: UTF-8; damaged sequences count a column per byte that starts one.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    bytes.withUnsafeBufferPointer { buffer in
      for (offset, byte) in buffer.enumerated() where byte == 0x0A || byte == 0x0D {
        let isFirstOfPair = byte == 0x0D && offset + 1 < buffer.count && buffer[offset + 1] == 0x0A
        if !isFirstOfPair { starts.append(offset + 1) }
      }
    }
    self.starts = starts
    scalars = stride(from: 0, to: bytes.count, by: Self.step).reduce(into: [0]) { sums, start in
      let end = min(start + Self.step, bytes.count)
      sums.append((sums.last ?? 0) + Self.scalars(in: bytes[start..<end]))
    }
  }

  private static func scalars(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      var count = 0
      for byte in buffer where byte & 0xC0 != 0x80 { count += 1 }
      return count
    }
  }

  /// The number of scalars that begin in front of an offset.
  private func scalars(before offset: Int) -> Int {
    let step = offset / Self.step
    return scalars[step] + Self.scalars(in: bytes[(step * Self.step)..<offset])
  }

  /// The number of lines.
  public var count: Int { starts.count }

  /// The line that holds an offset, from 1.
  public func line(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// A range with the line and column of its start.
  ///
  /// - Parameter range: byte offsets into the text.
  /// - Returns: the range, with line and column from 1; a column is a Unicode scalar.
  public func span(_ range: Range<Int>) -> SourceSpan {
    let line = line(of: range.lowerBound)
    let end = min(range.lowerBound, bytes.count)
    var start = min(starts[line - 1], end)
    if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, end) }
    let column = scalars(before: end) - scalars(before: start) + 1
    return SourceSpan(range: range, line: line, column: column)
  }

  /// The bytes of a line, from 1 to `count`, without its end and without a byte order mark.
  public func text(ofLine line: Int) -> [UInt8] {
    var start = starts[line - 1]
    var end = line < starts.count ? starts[line] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    if start == 0, bytes[..<end].starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    return Array(bytes[start..<end])
  }
}
