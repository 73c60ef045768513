/// Finds what is always shown: our labels, the sentinel of OpenClaw, and references to variables.
enum Islands {
  /// What OpenClaw itself puts in the place of a secret, since 2026.2.6.
  static let sentinel = "__OPENCLAW_REDACTED__"
  private static let sentinelBytes = Array(sentinel.utf8)
  private static let opening = Array("‹".utf8)
  private static let closing = Array("›".utf8)
  private static let scheme = Array("secretref-env:".utf8)

  static func scan(_ bytes: [UInt8]) -> [Range<Int>] {
    bytes.withUnsafeBufferPointer { scan($0, in: 0..<$0.count) }
  }

  /// The islands that begin in a part of a text.
  static func scan(_ bytes: TextBytes, in range: Range<Int>) -> [Range<Int>] {
    var islands: [Range<Int>] = []
    var position = range.lowerBound
    while position < range.upperBound {
      let end: Int? =
        switch bytes[position] {
        case UInt8(ascii: "_"), 0xE2: label(bytes, position)
        case UInt8(ascii: "$"), UInt8(ascii: "s"): reference(bytes, position)
        default: nil
        }
      if let end { islands.append(position..<end) }
      position = end ?? position + 1
    }
    return islands
  }

  /// Whether the first bytes of a label or of the sentinel stand anywhere.
  static func mayHoldLabel(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var last: UInt8 = 0
    for byte in bytes {
      if (byte == 0x80 && last == 0xE2) || (byte == last && byte == UInt8(ascii: "_")) {
        return true
      }
      last = byte
    }
    return false
  }

  /// The end of a label or sentinel that begins here.
  static func label(_ bytes: [UInt8], _ start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { label($0, start) }
  }

  private static func label(_ bytes: TextBytes, _ start: Int) -> Int? {
    if bytes[start] == UInt8(ascii: "_"), bytes.has(sentinelBytes, at: start) {
      return start + sentinelBytes.count
    }
    guard bytes[start] == 0xE2, bytes.has(opening, at: start) else { return nil }
    let word = start + opening.count
    let wordEnd = bytes.end(from: word) { $0.isLower || $0 == UInt8(ascii: "-") || $0.isDigit }
    guard wordEnd > word, wordEnd < bytes.count, bytes[wordEnd] == 0x20 else { return nil }
    let digitsEnd = bytes.end(from: wordEnd + 1, while: \.isDigit)
    // A real label is short; a secret dressed as one is not shown.
    guard digitsEnd > wordEnd + 1, digitsEnd - wordEnd < 8, wordEnd - word <= 24,
      bytes.has(closing, at: digitsEnd),
      Labels.isWord(String(decoding: bytes[word..<wordEnd], as: UTF8.self))
    else { return nil }
    return digitsEnd + closing.count
  }

  /// The end of `${NAME}` or `secretref-env:NAME`.
  ///
  /// OpenClaw substitutes upper-case names only, so that anything else between the braces is
  /// literal text.
  private static func reference(_ bytes: TextBytes, _ start: Int) -> Int? {
    if bytes[start] == UInt8(ascii: "$") {
      // With two `$` the braces are literal text.
      guard start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "{"),
        start == 0 || bytes[start - 1] != UInt8(ascii: "$")
      else { return nil }
      let end = nameEnd(bytes, start + 2)
      guard end > start + 2, end < bytes.count, bytes[end] == UInt8(ascii: "}") else { return nil }
      return end + 1
    }
    guard bytes.has(scheme, at: start) else { return nil }
    let end = nameEnd(bytes, start + scheme.count)
    return end > start + scheme.count ? end : nil
  }

  private static func nameEnd(_ bytes: TextBytes, _ start: Int) -> Int {
    guard start < bytes.count, !bytes[start].isDigit else { return start }
    let end = bytes.end(from: start) { $0.isUpper || $0.isDigit || $0 == UInt8(ascii: "_") }
    // A token in the place of a name is a token.
    let isToken = !TokenFormats.known.scan(bytes.part(start..<end)).secrets.isEmpty
    return isToken ? start : end
  }
}
