/// Joins the lines of a unit file, and leaves out comments and empty lines.
///
/// A backslash at the end of a line continues it, unless another one stands before it; comments
/// between the parts of a line do not end it. As in systemd, a NUL ends a line.
struct SystemdLines {
  private let bytes: [UInt8]
  private var position: Int
  private var number = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The next line with its continuations; nil at the end.
  mutating func next() -> SystemdLine? {
    var line = SystemdLine()
    var isOpen = false
    while position < bytes.count {
      let first = number
      let piece = physicalLine().drop { Self.isSpace($0) }
      let isComment = piece.first == UInt8(ascii: "#") || piece.first == UInt8(ascii: ";")
      if isComment || (piece.isEmpty && !isOpen) { continue }
      line.append(piece, number: first)
      guard Self.isContinued(piece) else { return line }
      line.replaceLast()
      isOpen = true
    }
    return isOpen ? line : nil
  }

  private mutating func physicalLine() -> ArraySlice<UInt8> {
    let start = position
    while position < bytes.count, !Self.isLineEnd(bytes[position]) { position += 1 }
    let end = position
    if position < bytes.count {
      let isPair =
        bytes[position] == 0x0D && position + 1 < bytes.count
        && bytes[position + 1] == 0x0A
      position += isPair ? 2 : 1
    }
    number += 1
    return bytes[start..<end]
  }

  /// Whether an odd number of backslashes stands at the end.
  private static func isContinued(_ piece: ArraySlice<UInt8>) -> Bool {
    var count = 0
    for byte in piece.reversed() {
      guard byte == UInt8(ascii: "\\") else { break }
      count += 1
    }
    return count % 2 == 1
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == 0x0D || byte == 0
  }

  /// Whether systemd takes a byte for white space.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
