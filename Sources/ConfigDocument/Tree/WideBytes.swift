/// Eight bytes of a text, looked at together.
package struct WideBytes {
  private let word: UInt64

  private static let sevens: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  private static let eights: UInt64 = 0x8080_8080_8080_8080

  /// Takes the eight bytes from an offset on, all of which must be there.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - offset: of the first one.
  @inline(__always)
  package init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The highest bit of each byte that equals one, the first byte lowest.
  ///
  /// - Parameter byte: the one that is looked for.
  /// - Returns: 0 where it is not among them.
  @inline(__always)
  package func marks(of byte: UInt8) -> UInt64 {
    let differences = word ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    return ~(((differences & Self.sevens) &+ Self.sevens) | differences | Self.sevens)
  }

  /// How many of them begin a scalar of UTF-8.
  @inline(__always)
  var scalars: Int {
    // Counting bits takes many steps on processors that may be met.
    if word & Self.eights == 0 { return 8 }
    return 8 - ((word & Self.eights) & ~((word << 1) & Self.eights)).nonzeroBitCount
  }

  /// Takes the first of some marks away.
  ///
  /// - Returns: its place, from 0 to 7; nil when there is none left.
  @inline(__always)
  static func removeFirst(_ marks: inout UInt64) -> Int? {
    guard marks != 0 else { return nil }
    defer { marks &= marks &- 1 }
    return marks.trailingZeroBitCount >> 3
  }
}
