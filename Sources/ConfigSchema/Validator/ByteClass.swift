/// A set of bytes.
struct ByteClass: Sendable, Hashable {
  private var low: UInt128 = 0
  private var high: UInt128 = 0

  /// The empty set.
  init() {}

  /// A range of bytes.
  init(_ range: ClosedRange<UInt8>) {
    for byte in range { insert(byte) }
  }

  mutating func insert(_ byte: UInt8) {
    if byte < 128 { low |= 1 << UInt128(byte) } else { high |= 1 << UInt128(byte - 128) }
  }

  mutating func formUnion(_ other: ByteClass) {
    low |= other.low
    high |= other.high
  }

  mutating func remove(_ byte: UInt8) {
    if byte < 128 { low &= ~(1 << UInt128(byte)) } else { high &= ~(1 << UInt128(byte - 128)) }
  }

  func contains(_ byte: UInt8) -> Bool {
    byte < 128 ? low >> UInt128(byte) & 1 == 1 : high >> UInt128(byte - 128) & 1 == 1
  }
}
