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
      guard let nameEnd = nameEnd(bytes, start) else {
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

  /// Where the name of a private key ends that a line at a position opens.
  static func nameEnd(_ bytes: TextBytes, _ start: Int) -> Int? {
    guard bytes.has(begin, at: start) else { return nil }
    let name = start + begin.count
    let sample = TextBytes(rebasing: bytes[..<min(bytes.count, name + 64 + dashes.count)])
    let nameEnd = sample.first(dashes, from: name) ?? sample.count
    guard nameEnd - name < 64, bytes.part(name..<nameEnd).first(key, from: 0) != nil else {
      return nil
    }
    return nameEnd
  }

  /// Whether an opening line stands at a position whose name may go on behind the text.
  static func mayBegin(_ bytes: TextBytes, _ start: Int) -> Bool {
    bytes.has(begin, at: start) && bytes.count - start < begin.count + 64 + dashes.count
      && bytes.first(dashes, from: start + begin.count) == nil
  }

  private static let key = Array("PRIVATE KEY".utf8)

  /// The end of the closing line of a block, when it comes before another block begins.
  ///
  /// - Parameters:
  ///   - bytes: a text.
  ///   - range: where to look.
  ///   - isCut: becomes true where the closing line may go on behind that.
  /// - Returns: nil where no closing line comes first.
  static func close(_ bytes: TextBytes, _ range: Range<Int>, isCut: inout Bool) -> Int? {
    let text = TextBytes(rebasing: bytes[..<range.upperBound])
    guard let closing = text.first(end, from: range.lowerBound) else {
      isCut = true
      return nil
    }
    let before = TextBytes(rebasing: bytes[..<closing])
    if before.first(begin, from: range.lowerBound) != nil { return nil }
    let longest = closing + end.count + 64 + dashes.count
    let line = TextBytes(rebasing: text[..<min(text.count, longest)])
    if let tail = line.first(dashes, from: closing + end.count) { return tail + dashes.count }
    isCut = text.count < longest
    return line.end(from: closing) { !$0.isLineEnd }
  }

  /// Whether a text opens a private key and does not close it.
  static func opens(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer(scan).last.map {
      bytes.first(end, from: $0.range.lowerBound) == nil
    } ?? false
  }

  /// The end of the closing line of a key that an earlier text opened.
  static func closing(_ bytes: [UInt8]) -> Int? {
    bytes.first(end, from: 0).map { bytes.first(dashes, from: $0 + end.count) ?? bytes.count }
  }
}
