/// The lines of a table of ours, without their ends and without the empty ones.
///
/// Tables are read in every run that needs them, so the ends are looked for eight bytes at a time.
package struct TableLines: Sendable {
  /// The table.
  package let bytes: [UInt8]
  /// Where the lines stand in it, the first line of the table being the first here.
  package let ranges: [Range<Int>]

  /// Finds the lines.
  ///
  /// - Parameter text: UTF-8 with `\n` at the end of lines.
  package init(_ text: String) {
    bytes = Array(text.utf8)
    ranges = bytes.withUnsafeBytes { input in
      var ranges: [Range<Int>] = []
      ranges.reserveCapacity(input.count / 64)
      var start = 0
      var offset = 0
      while offset + 8 <= input.count {
        var ends = WideBytes(input, at: offset).marks(of: 0x0A)
        while let place = WideBytes.removeFirst(&ends) {
          if offset + place > start { ranges.append(start..<offset + place) }
          start = offset + place + 1
        }
        offset += 8
      }
      for rest in offset..<input.count where input[rest] == 0x0A {
        if rest > start { ranges.append(start..<rest) }
        start = rest + 1
      }
      if input.count > start { ranges.append(start..<input.count) }
      return ranges
    }
  }

  /// The lines behind the one with the names of the columns.
  package var rows: some Sequence<ArraySlice<UInt8>> {
    ranges.dropFirst().lazy.map { bytes[$0] }
  }
}

extension ArraySlice where Element == UInt8 {
  /// The cells of a line between its tabs; there is at least one.
  package var cells: [ArraySlice<UInt8>] {
    var cells: [ArraySlice<UInt8>] = []
    var start = startIndex
    for index in indices where self[index] == UInt8(ascii: "\t") {
      cells.append(self[start..<index])
      start = index + 1
    }
    cells.append(self[start..<endIndex])
    return cells
  }
}
