/// How far lines are indented, for guesses at which bracket is missing.
struct Indentations {
  private let input: UnsafeBufferPointer<UInt8>

  init(_ input: UnsafeBufferPointer<UInt8>) {
    self.input = input
  }

  /// The first container whose closing bracket begins a line further left than the line of its
  /// opening one: most likely the bracket belongs to an outer one, and this one lacks its own.
  ///
  /// - Parameters:
  ///   - rows: the containers; those still open and those on one line are passed over.
  ///   - isDeeper: looks for the contrary: a bracket too many further in.
  /// - Returns: its row. One pass over the lines, however deep the nesting.
  func firstOddClosing(_ rows: [NodeRow], isDeeper: Bool) -> Int? {
    var starts = [0]
    for (offset, byte) in input.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    var openingLine = 0
    var known = (line: -1, width: 0)
    for (row, node) in rows.enumerated() where node.kind.isContainer && node.end > node.start + 1 {
      let start = Int(node.start)
      while openingLine + 1 < starts.count, starts[openingLine + 1] <= start { openingLine += 1 }
      let end = Int(node.end) - 1
      guard openingLine + 1 < starts.count, starts[openingLine + 1] <= end,
        let closing = width(at: end, onlyIfFirst: true)
      else { continue }
      if known.line != openingLine {
        known = (openingLine, width(at: starts[openingLine], upTo: input.count))
      }
      if isDeeper ? closing > known.width : closing < known.width { return row }
    }
    return nil
  }

  /// The indentation of the line of an offset, in bytes.
  ///
  /// With `onlyIfFirst` it is nil unless the offset is the first on its line that is no space.
  func width(at offset: Int, onlyIfFirst: Bool) -> Int? {
    var start = offset
    while start > 0, input[start - 1] == 0x20 || input[start - 1] == 0x09 { start -= 1 }
    if start == 0 || input[start - 1] == 0x0A { return offset - start }
    if onlyIfFirst { return nil }
    while start > 0, input[start - 1] != 0x0A { start -= 1 }
    return width(at: start, upTo: offset)
  }

  private func width(at start: Int, upTo limit: Int) -> Int {
    var end = start
    while end < limit, input[end] == 0x20 || input[end] == 0x09 { end += 1 }
    return end - start
  }
}
