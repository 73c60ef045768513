/// A regular expression of the kind that the catalogue has: a row of character classes with counts.
///
/// Anchors, literals, `.`, `\d`, classes in brackets, and `?`, `*`, `+`, `{m}`, `{m,n}`; no groups
/// and no choices. It is run class by class over the set of places that can be reached, so that
/// the time grows with the length of the text and of the pattern, whatever the text is.
struct Pattern: Sendable {
  private struct Piece: Sendable {
    var bytes: ByteClass
    var least = 1
    var most = 1
  }

  private var pieces: [Piece] = []
  private var beginsAtStart = false
  private var endsAtEnd = false

  /// Reads a pattern; nil when it has something that this engine does not know.
  ///
  /// - Parameter text: the expression, as ECMAScript writes it.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var reader = PatternReader(text)
    beginsAtStart = reader.take(UInt8(ascii: "^"))
    while !reader.isAtEnd {
      if reader.isLast, reader.take(UInt8(ascii: "$")) {
        endsAtEnd = true
        break
      }
      guard let bytes = reader.byteClass() else { return nil }
      var piece = Piece(bytes: bytes)
      guard let counts = reader.counts() else { return nil }
      piece.least = counts.lowerBound
      piece.most = counts.upperBound
      pieces.append(piece)
    }
  }

  /// Whether the expression is found in a text.
  ///
  /// - Parameter text: UTF-8; characters beyond ASCII are only in `.`.
  /// - Returns: true when it matches, everywhere where it is anchored nowhere.
  func matches(_ text: [UInt8]) -> Bool {
    var reached = [Bool](repeating: !beginsAtStart, count: text.count + 1)
    reached[0] = true
    for piece in pieces { reached = step(piece, from: reached, in: text) }
    return endsAtEnd ? reached[text.count] : reached.contains(true)
  }

  /// The places that one more piece leads to.
  private func step(_ piece: Piece, from reached: [Bool], in text: [UInt8]) -> [Bool] {
    var result = [Bool](repeating: false, count: reached.count)
    // sums[p]: how many places before p were reached.
    var sums = [0]
    sums.reserveCapacity(reached.count + 1)
    for place in reached { sums.append((sums.last ?? 0) + (place ? 1 : 0)) }
    var runStart = 0
    for place in reached.indices {
      if place > 0, !piece.bytes.contains(text[place - 1]) { runStart = place }
      let first = piece.most == .max ? runStart : max(runStart, place - piece.most)
      let last = place - piece.least
      if first <= last { result[place] = sums[last + 1] > sums[first] }
    }
    return result
  }
}
