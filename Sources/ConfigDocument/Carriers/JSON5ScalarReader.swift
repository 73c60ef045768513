/// Decodes a JSON5 string, and keeps where each part of it comes from.
enum JSON5ScalarReader {
  /// - Returns: nil for a string whose escapes mean something that this does not follow.
  static func read(_ document: ConfigDocument, _ node: NodeID) -> ScalarText? {
    guard let content = document.string(node) else { return nil }
    let range = document.range(node)
    let text = document.bytes.withUnsafeBufferPointer { input in
      var text = ScalarText()
      var position = range.lowerBound + 1
      let end = range.upperBound - 1
      while position < end {
        if input[position] != UInt8(ascii: "\\") {
          let start = position
          while position < end, input[position] != UInt8(ascii: "\\") { position += 1 }
          text.append(start..<position, of: input)
          continue
        }
        let length = escapeLength(at: position, to: end, in: input)
        let spelling = [0x22] + Array(input[position..<position + length]) + [0x22]
        text.append(Array((JSON5Text.decodeString(spelling[...])).utf8), from: position)
        position += length
      }
      text.sourceEnd = end
      return text
    }
    return text.bytes.elementsEqual(content.utf8) ? text : nil
  }

  /// The length of an escape; a surrogate takes its other half along.
  private static func escapeLength(
    at start: Int, to end: Int, in input: UnsafeBufferPointer<UInt8>
  ) -> Int {
    guard start + 1 < end else { return end - start }
    switch input[start + 1] {
    case UInt8(ascii: "u"):
      let next = start + 6
      let isHigh =
        start + 3 < end && input[start + 2] | 0x20 == UInt8(ascii: "d")
        && "89abAB".utf8.contains(input[start + 3])
      let hasLow = next + 6 <= end && input[next] == UInt8(ascii: "\\")
      return min(isHigh && hasLow ? 12 : 6, end - start)
    case UInt8(ascii: "x"): return min(4, end - start)
    case 0x0D where start + 2 < end && input[start + 2] == 0x0A: return 3
    case 0xE2: return min(4, end - start)
    default: return 2
    }
  }
}
