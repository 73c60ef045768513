/// Finds random runs of characters in logs, which are full of random runs that are no secrets.
///
/// Checksums, commits, ids of requests and objects, and data in Base64 are told by their letters,
/// their length and what stands before them. Hexadecimal digits alone are never taken for a secret.
struct RandomRuns: Sendable {
  /// Longer runs are data: an image, a certificate.
  private static let longest = 256
  private static let run = ByteSet("A-Za-z0-9+/_-".utf8)
  private static let base64 = ByteSet("A-Za-z0-9+/=".utf8)

  /// How far the text was searched.
  var position = 0
  /// Whether that is inside of a run that is too long.
  private var isInData = false

  /// Leaves out what stands before a place.
  mutating func goOn(from place: Int) {
    guard place > position else { return }
    position = place
    isInData = false
  }

  /// Searches on.
  ///
  /// - Parameters:
  ///   - text: what is at hand, which goes on behind the limit unless it ends there.
  ///   - limit: runs that begin behind it are left for later.
  ///   - finds: gets what is found.
  mutating func scan(_ text: TextBytes, until limit: Int, into finds: inout [StreamFind]) {
    if isInData {
      position = text.end(from: position, while: Self.run.contains)
      isInData = position == text.count
    }
    // What stands from `position` to here is part of one run.
    var known = position
    while position < limit {
      // A run that begins here or farther behind and is long enough goes through this place, so
      // that most places need no look.
      let probe = position + Entropy.minimumRun - 1
      guard probe < text.count else {
        position = text.count
        return
      }
      let start = text.start(from: probe + 1, notBefore: known, while: Self.run.contains)
      guard start == known else {
        position = start
        known = probe + 1
        continue
      }
      let sample = TextBytes(rebasing: text[..<min(text.count, position + Self.longest + 1)])
      let end = sample.end(from: probe + 1, while: Self.run.contains)
      if end - position > Self.longest {
        position = text.end(from: end, while: Self.run.contains)
        isInData = position == text.count
      } else {
        judge(text, Self.withoutEscape(text, position..<end), &finds)
        position = end
      }
      known = position
    }
  }

  /// A run without the letter of an escape before it (`\n`), or its digits (`\u002d`, `%3D`).
  private static func withoutEscape(_ text: TextBytes, _ run: Range<Int>) -> Range<Int> {
    guard run.lowerBound > 0 else { return run }
    let isUnicode = text[run.lowerBound] == UInt8(ascii: "u")
    switch text[run.lowerBound - 1] {
    case UInt8(ascii: "\\"): return run.lowerBound + (isUnicode ? 5 : 1)..<run.upperBound
    case UInt8(ascii: "%"): return run.lowerBound + 2..<run.upperBound
    default: return run
    }
  }

  private func judge(_ text: TextBytes, _ range: Range<Int>, _ finds: inout [StreamFind]) {
    let pieces = Entropy.randomPieces(text, range, hexIsHarmless: true).filter { piece in
      let piece = text[piece]
      return piece.contains(where: \.isDigit) && piece.contains(where: \.isLower)
        && piece.contains(where: \.isUpper)
    }
    // Most runs are words and need no look at what is around them.
    guard !pieces.isEmpty, !Identifiers.precede(range.lowerBound, in: text),
      !Identifiers.begin(text, range), !isWrapped(text, range)
    else { return }
    for piece in pieces where !TokenFormats.known.isHarmless(piece, in: text) {
      let padded = text.end(from: piece.upperBound) { $0 == UInt8(ascii: "=") }
      finds.append(StreamFind(piece.lowerBound..<padded, "random", .random))
    }
  }

  /// Whether a run is a line of data that goes on over lines: the line before it or behind it is
  /// Base64 too.
  private func isWrapped(_ text: TextBytes, _ range: Range<Int>) -> Bool {
    let lineStart = text.start(from: range.lowerBound, notBefore: 0, while: \.isBlank)
    let lineEnd = text.end(from: range.upperBound) { $0 == UInt8(ascii: "=") }
    guard lineStart == 0 || text[lineStart - 1].isLineEnd,
      lineEnd == text.count || text[lineEnd].isLineEnd
    else { return false }
    let before = text.start(from: lineStart, notBefore: max(0, lineStart - 2), while: \.isLineEnd)
    let above = text.start(
      from: before, notBefore: max(0, before - Self.longest), while: Self.base64.contains)
    if lineStart > 0, before - above >= Entropy.minimumRun { return true }
    let below = text.end(from: lineEnd) { $0.isSpace }
    let sample = TextBytes(rebasing: text[..<min(text.count, below + Self.longest)])
    let end = sample.end(from: below, while: Self.base64.contains)
    return below > lineEnd && end - below >= 4
      && (end == text.count || text[end].isLineEnd)
      && text[below..<end].contains { $0.isUpper || $0.isDigit || $0 == UInt8(ascii: "=") }
  }
}
