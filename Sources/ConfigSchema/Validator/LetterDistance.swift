/// How many letters have to be inserted, removed, replaced or swapped to make one word of another;
/// capitals and small letters are the same.
struct LetterDistance {
  private let word: [UInt8]
  private let letters: SIMD32<UInt8>
  /// Distances above it are not told apart.
  let limit: Int

  /// Prepares a word for being compared with many.
  ///
  /// - Parameters:
  ///   - word: at most 64 bytes of it count.
  ///   - limit: words that are farther away are not wanted.
  init(from word: String, limit: Int) {
    self.word = word.utf8.prefix(64).map(Self.lowered)
    self.limit = limit
    letters = Self.letters(self.word)
  }

  /// The distance of another word.
  ///
  /// - Parameter other: at most 64 bytes of it count.
  /// - Returns: the number of steps; more than `limit` where it is not known exactly.
  func distance(to other: UnsafeBufferPointer<UInt8>) -> Int {
    // Most words of a catalogue have another length or other letters: they cost no table.
    guard abs(min(other.count, 64) - word.count) <= limit else { return limit + 1 }
    let other = other.prefix(64).map(Self.lowered)
    let theirs = Self.letters(other)
    let (missing, surplus) = (
      letters &- pointwiseMin(letters, theirs), theirs &- pointwiseMin(letters, theirs)
    )
    guard max(missing.wrappedSum(), surplus.wrappedSum()) <= UInt8(min(limit, 64)) else {
      return limit + 1
    }
    return table(other)
  }

  /// How often each letter occurs; other bytes share a place with letters.
  private static func letters(_ word: [UInt8]) -> SIMD32<UInt8> {
    var letters = SIMD32<UInt8>()
    for byte in word { letters[Int(byte & 31)] += 1 }
    return letters
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }

  private func table(_ other: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: other.count + 1)
    var last = Array(0...other.count)
    var row = beforeLast
    for (line, letter) in word.enumerated() {
      row[0] = line + 1
      var least = row[0]
      for column in other.indices {
        let opposite = other[column]
        var best = min(last[column + 1] + 1, row[column] + 1)
        best = min(best, last[column] + (letter == opposite ? 0 : 1))
        if line > 0, column > 0, letter == other[column - 1], word[line - 1] == opposite {
          best = min(best, beforeLast[column - 1] + 1)
        }
        row[column + 1] = best
        least = min(least, best)
      }
      // No line below can be nearer than the nearest of two lines in a row.
      guard min(least, last.min() ?? least) <= limit else { return limit + 1 }
      swap(&beforeLast, &last)
      swap(&last, &row)
    }
    return last[other.count]
  }
}
