/// The bounds of a key, one after the other: `min=0`, `pattern=^a$`.
struct LimitList: Sequence, IteratorProtocol {
  /// One bound.
  struct Limit {
    /// Where it stands in the tree, name and value.
    let range: Range<Int>
    /// Its name, without copying it.
    let name: UnsafeBufferPointer<UInt8>
    /// What stands behind the equals sign.
    let value: UnsafeBufferPointer<UInt8>

    /// Whether it has this name.
    func isNamed(_ text: StaticString) -> Bool {
      text.utf8CodeUnitCount == name.count
        && name.elementsEqual(
          UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// The value as a number; 0 where it is none.
    var number: Double { NumberLiteral.value(value) ?? 0 }
  }

  private let tree: KeyTree
  private let end: Int
  private var position: Int

  init(_ range: Range<Int>, in tree: KeyTree) {
    self.tree = tree
    position = range.lowerBound
    end = range.upperBound
  }

  mutating func next() -> Limit? {
    guard position < end else { return nil }
    let bytes = tree.slice(position..<end)
    let length = bytes.firstIndex(of: UInt8(ascii: ";")) ?? bytes.count
    let equals = bytes[..<length].firstIndex(of: UInt8(ascii: "=")) ?? length
    let range = position..<(position + length)
    position += length + 1
    return Limit(
      range: range, name: UnsafeBufferPointer(rebasing: bytes[..<equals]),
      value: UnsafeBufferPointer(rebasing: bytes[Swift.min(equals + 1, length)..<length]))
  }
}
