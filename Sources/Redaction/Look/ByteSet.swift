/// A set of ASCII characters: the character class of a token format.
struct ByteSet: Sendable, Hashable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// Makes a set of the characters between brackets: `A-Za-z0-9_-`.
  init(_ notation: some Collection<UInt8>) {
    let bytes = Array(notation)
    var position = 0
    while position < bytes.count {
      let first = bytes[position]
      if position + 2 < bytes.count, bytes[position + 1] == UInt8(ascii: "-"),
        bytes[position + 2] >= first
      {
        for byte in first...bytes[position + 2] { insert(byte) }
        position += 3
      } else {
        insert(first)
        position += 1
      }
    }
  }

  private mutating func insert(_ byte: UInt8) {
    if byte < 64 { low |= 1 << UInt64(byte) } else if byte < 128 { high |= 1 << UInt64(byte - 64) }
  }

  /// How many characters are in it.
  var count: Int { low.nonzeroBitCount + high.nonzeroBitCount }

  /// The characters in it.
  var members: [UInt8] { (0..<128).filter(contains) }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    // Without a branch on the byte, which no processor can foresee.
    let bits = byte & 64 == 0 ? low : high
    return (bits &>> UInt64(byte & 63)) & (byte < 128 ? 1 : 0) == 1
  }
}
