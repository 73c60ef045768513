/// Finds PEM and PGP private keys: everything from the opening line to the closing one.
enum Blocks {
  private static let begin = Array("-----BEGIN ".utf8)
  private static let end = Array("-----END ".utf8)
  private static let dashes = Array("-----".utf8)

  /// Blocks whose name says private; a block that does not end takes the rest of the text.
  static func scan(_ bytes: TextBytes) -> [Find] {
    var finds: [Find] = []
    var position = 0
    while let start = bytes.first(begin, from: position) {
      let nameEnd = bytes.first(dashes, from: start + begin.count) ?? bytes.count
      let name = String(decoding: bytes[start + begin.count..<nameEnd], as: UTF8.self)
      guard name.count < 64, name.contains("PRIVATE KEY") else {
        position = start + begin.count
        continue
      }
      var close = bytes.count
      if let closing = bytes.first(end, from: nameEnd) {
        let tail = bytes.first(dashes, from: closing + end.count)
        close = tail.map { $0 + dashes.count } ?? bytes.count
      }
      finds.append(Find(start..<close, "private-key"))
      position = close
    }
    return finds
  }

  /// Whether a text opens a private key and does not close it.
  static func opens(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer(scan).last.map { bytes.first(end, from: $0.range.lowerBound) == nil } ?? false
  }

  /// The end of the closing line of a key that an earlier text opened.
  static func closing(_ bytes: [UInt8]) -> Int? {
    bytes.first(end, from: 0).map { bytes.first(dashes, from: $0 + end.count) ?? bytes.count }
  }
}
