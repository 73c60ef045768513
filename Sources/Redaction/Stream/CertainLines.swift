/// Finds how many lines of a text that comes slowly can be judged without those that come next.
enum CertainLines {
  /// The end of the last line of which nothing goes on in the next one.
  ///
  /// - Parameters:
  ///   - text: what is at hand.
  ///   - start: what stands before it was given out.
  /// - Returns: nil when there is no such line.
  static func end(of text: TextBytes, from start: Int) -> Int? {
    var end = text.count
    while true {
      guard let lineEnd = text[start..<end].lastIndex(of: 0x0A) else { return nil }
      let lineStart = text[start..<lineEnd].lastIndex(of: 0x0A).map { $0 + 1 } ?? start
      if isCertain(text, lineStart..<lineEnd) { return lineEnd + 1 }
      end = lineEnd
    }
  }

  /// Whether nothing of a line goes on in the next one: the name of a value (`"token":`), a value
  /// behind a backslash, data in Base64.
  private static func isCertain(_ text: TextBytes, _ line: Range<Int>) -> Bool {
    let wordEnd = text.start(from: line.upperBound, notBefore: line.lowerBound) {
      !Assignments.isName($0) && $0 != UInt8(ascii: ")")
    }
    // A line of marks alone may stand between a name and its value.
    guard wordEnd > line.lowerBound,
      text[wordEnd..<line.upperBound].allSatisfy({ $0 != UInt8(ascii: "\\") })
    else { return false }
    let wordStart = text.start(
      from: wordEnd, notBefore: max(line.lowerBound, wordEnd - Assignments.longestName),
      while: Assignments.isName)
    let word = text.part(wordStart..<wordEnd)
    if wordEnd - wordStart >= Assignments.longestName || endsWithData(text, line) { return false }
    return word.split(separator: UInt8(ascii: ".")).allSatisfy { part in
      SecretName.label(TextBytes(rebasing: part)) == nil && !isScheme(TextBytes(rebasing: part))
    }
  }

  private static func isScheme(_ word: TextBytes) -> Bool {
    ["bearer", "basic", "bot", "token", "digest", "apikey"].contains { scheme in
      word.count == scheme.utf8CodeUnitCount && word.hasLetters(scheme, at: 0)
    }
  }

  /// Whether the end of a line may go on as data.
  private static func endsWithData(_ text: TextBytes, _ line: Range<Int>) -> Bool {
    let end = text.start(from: line.upperBound, notBefore: line.lowerBound, while: \.isSpace)
    let start = text.start(
      from: end, notBefore: max(line.lowerBound, end - Entropy.minimumRun)
    ) { Base64.isCharacter($0) || $0 == UInt8(ascii: "=") }
    return end - start >= Entropy.minimumRun
  }
}
