/// The items of a JSON array of scalars in the tree, as they are written.
struct ValueList: Sequence, IteratorProtocol {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 1

  /// Makes a list.
  ///
  /// - Parameter bytes: a JSON array of strings, numbers, booleans and nulls without white space.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func next() -> UnsafeBufferPointer<UInt8>? {
    guard position < bytes.count - 1 else { return nil }
    let start = position
    var isInString = false
    while position < bytes.count - 1 {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") { isInString.toggle() }
      if byte == UInt8(ascii: ","), !isInString { break }
      position += 1
    }
    defer { position += 1 }
    return UnsafeBufferPointer(rebasing: bytes[start..<position])
  }
}
