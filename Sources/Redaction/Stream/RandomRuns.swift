/// Finds random runs of characters in logs, which are full of random runs that are no secrets.
///
/// Checksums, commits, ids of requests and objects, and data in Base64 are told by their letters,
/// their length and what stands before them. Hexadecimal digits alone are never taken for a secret.
struct RandomRuns: Sendable {
  /// Longer runs are data: an image, a certificate.
  static let longest = 256

  private static let base64 = ByteSet("A-Za-z0-9+/=".utf8)

  /// Whether a byte belongs to a run.
  @inline(__always)
  private func isRun(_ byte: UInt8) -> Bool { run.contains(byte) }

  private let run = ByteSet("A-Za-z0-9+/_-".utf8)

  /// Up to where runs were judged.
  private(set) var position = 0
  /// Before this nothing is looked at: something longer was hidden there.
  private var floor = 0

  /// Leaves out what stands before a place.
  mutating func goOn(from place: Int) {
    floor = place
    position = max(position, place)
  }

  /// Counts from a window that begins so many bytes later.
  mutating func move(by offset: Int) {
    position -= offset
    floor -= offset
  }

  /// Judges the run around a place, if there is one and it was not judged.
  ///
  /// - Parameters:
  ///   - text: what is at hand, which goes on behind the place as far as a run can.
  ///   - place: a place in the text.
  ///   - finds: gets what is found.
  mutating func visit(_ text: TextBytes, _ place: Int, into finds: inout [StreamFind]) {
    guard place >= position, isRun(text[place]) else { return }
    let start = text.start(
      from: place, notBefore: max(floor, 0, place - Self.longest - 1), while: isRun)
    let sample = TextBytes(rebasing: text[..<min(text.count, start + Self.longest + 1)])
    let end = sample.end(from: place, while: isRun)
    if end - start > Self.longest {
      // Data; the rest of it may be far away.
      position = text.end(from: end, while: isRun)
    } else {
      position = end
      if end - start >= Entropy.minimumRun {
        judge(text, Self.withoutEscape(text, start..<end), &finds)
      }
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
    let pieces = Self.pieces(text, range)
    // Most runs are words and need no look at what is around them.
    guard !pieces.isEmpty, !isWrapped(text, range), !Identifiers.begin(text, range),
      !Identifiers.precede(range.lowerBound, in: text)
    else { return }
    for piece in pieces where !TokenFormats.known.isHarmless(piece, in: text) {
      let padded = text.end(from: piece.upperBound) { $0 == UInt8(ascii: "=") }
      finds.append(StreamFind(piece.lowerBound..<padded, "random", .random))
    }
  }

  /// The whole run when it is random, or else its random parts.
  ///
  /// Random characters have a mark among sixty; what has more is a path or words, and has a secret
  /// in one of its parts.
  private static func pieces(_ text: TextBytes, _ run: Range<Int>) -> [Range<Int>] {
    let whole = RunSample(text, run)
    guard whole.hasAllClasses else { return [] }
    if whole.marks <= 1 + run.count / 20 { return whole.isRandom ? [run] : [] }
    var pieces: [Range<Int>] = []
    var start = run.lowerBound
    for position in run.lowerBound...run.upperBound
    where position == run.upperBound || ByteClass.of(text[position]) == .mark {
      if position - start >= Entropy.minimumRun {
        let part = RunSample(text, start..<position)
        if part.hasAllClasses, part.isRandom { pieces.append(start..<position) }
      }
      start = position + 1
    }
    return pieces
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
