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
    (starts, scalars) = bytes.withUnsafeBytes { input in
      var (starts, sums, sum) = ([0], [0], 0)
      starts.reserveCapacity(input.count / 32)
      var offset = 0
      while offset + 8 <= input.count {
        let wide = WideBytes(input, at: offset)
        var ends = wide.marks(of: 0x0A) | wide.marks(of: 0x0D)
        while let place = WideBytes.removeFirst(&ends) {
          if Self.isEnd(offset + place, of: input) { starts.append(offset + place + 1) }
        }
        sum += wide.scalars
        offset += 8
        if offset % Self.step == 0 { sums.append(sum) }
      }
      for rest in offset..<input.count where Self.isEnd(rest, of: input) {
        starts.append(rest + 1)
      }
      return (starts, sums)
    }
  }

  /// Whether a line ends with this byte: not with the first of a pair.
  private static func isEnd(_ offset: Int, of input: UnsafeRawBufferPointer) -> Bool {
    input[offset] == 0x0A
      || input[offset] == 0x0D && (offset + 1 == input.count || input[offset + 1] != 0x0A)
  }

  private static func scalars(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBytes { input in
      var (count, offset) = (0, 0)
      while offset + 8 <= input.count {
        count += WideBytes(input, at: offset).scalars
        offset += 8
      }
      for byte in input[offset...] where byte & 0xC0 != 0x80 { count += 1 }
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
