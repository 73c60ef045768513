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
    let first = Array(first.utf8.prefix(64))
    let second = Array(second.utf8.prefix(64))
    guard abs(first.count - second.count) <= limit else { return limit + 1 }
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for (line, letter) in first.enumerated() {
      var row = [line + 1]
      for (column, other) in second.enumerated() {
        var best = min(last[column + 1] + 1, row[column] + 1)
        best = min(best, last[column] + (letter == other ? 0 : 1))
        if line > 0, column > 0, letter == second[column - 1], first[line - 1] == other {
          best = min(best, beforeLast[column - 1] + 1)
        }
        row.append(best)
      }
      beforeLast = last
      last = row
    }
    return last[second.count]
  }
}
