/// Byte offsets of characters: libyaml counts characters, everything else here counts bytes.
struct CharacterMap {
  private let input: UnsafeBufferPointer<UInt8>
  /// The offset of every 64th character; empty when all characters are bytes.
  private var steps: [UInt32] = []
  private static let step = 64

  /// Reads a text that is UTF-8.
  init(_ input: UnsafeBufferPointer<UInt8>) {
    self.input = input
    guard input.contains(where: { $0 >= 0x80 }) else { return }
    steps.reserveCapacity(input.count / Self.step + 1)
    var count = 0
    for (offset, byte) in input.enumerated() where byte & 0xC0 != 0x80 {
      if count % Self.step == 0 { steps.append(UInt32(truncatingIfNeeded: offset)) }
      count += 1
    }
  }

  /// The byte offset of a character; the end of the text for one behind it.
  func offset(_ character: Int) -> Int {
    guard !steps.isEmpty else { return min(character, input.count) }
    let index = character / Self.step
    guard index < steps.count else { return input.count }
    var offset = Int(steps[index])
    var rest = character % Self.step
    while rest > 0, offset < input.count {
      offset += 1
      while offset < input.count, input[offset] & 0xC0 == 0x80 { offset += 1 }
      rest -= 1
    }
    return offset
  }
}
