/// How many letters have to be inserted, removed, replaced or swapped to make one word of another.
enum LetterDistance {
  /// The distance of two words.
  ///
  /// - Parameters:
  ///   - first: a word.
  ///   - second: another one; at most 64 bytes of each count.
  ///   - limit: words whose lengths differ by more are not compared.
  /// - Returns: the number of steps; more than `limit` where it is not known exactly.
  static func between(_ first: String, _ second: String, limit: Int) -> Int {
    let (length, width) = (min(first.utf8.count, 64), min(second.utf8.count, 64))
    // Most words of a catalogue are of another length: they cost no table.
    guard abs(length - width) <= limit else { return limit + 1 }
    let first = Array(first.utf8.prefix(64))
    let second = Array(second.utf8.prefix(64))
    var beforeLast = [Int](repeating: 0, count: width + 1)
    var last = Array(0...width)
    var row = beforeLast
    for (line, letter) in first.enumerated() {
      row[0] = line + 1
      var least = row[0]
      for column in 0..<width {
        let other = second[column]
        var best = min(last[column + 1] + 1, row[column] + 1)
        best = min(best, last[column] + (letter == other ? 0 : 1))
        if line > 0, column > 0, letter == second[column - 1], first[line - 1] == other {
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
    return last[width]
  }
}
