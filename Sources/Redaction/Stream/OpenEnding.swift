/// What a secret ends with that is longer than a stream looks ahead: it is hidden while it passes.
enum OpenEnding: Sendable {
  /// A token: the first character of another class.
  case run(ByteSet)
  /// A quote that is not escaped, or the end of the line.
  case quote(UInt8, escapes: Int, slashes: Int)
  /// What ends a value without quotes.
  case bare
  case lineEnd
  case credential
  case parameter
  /// A private key: its closing line, or a line that can be none of its own.
  case key(KeyPlace)

  /// Where in a private key one is.
  enum KeyPlace: Sendable {
    /// Behind the opening, in its line; a text that only names the line puts it in quotes.
    case opening
    case lineStart
    case line
  }

  init(_ ending: Assignments.Ending, _ value: TextBytes) {
    switch ending {
    case .quote(let quote, let escapes):
      let slash = UInt8(ascii: "\\")
      let slashes = value.count - value.start(from: value.count, notBefore: 0) { $0 == slash }
      self = .quote(quote, escapes: escapes, slashes: slashes)
    case .bare: self = .bare
    case .lineEnd: self = .lineEnd
    case .credential: self = .credential
    }
  }

  /// Goes on through a secret.
  ///
  /// - Parameters:
  ///   - text: what is at hand.
  ///   - start: how far it was gone through.
  ///   - limit: how far it may be gone through now; lines are looked at beyond that.
  /// - Returns: where the secret ends; nil when that is not before the limit.
  mutating func end(in text: TextBytes, from start: Int, limit: Int) -> Int? {
    let piece = TextBytes(rebasing: text[..<limit])
    let end: Int
    switch self {
    case .run(let set): end = piece.end(from: start, while: set.contains)
    case .bare: end = piece.end(from: start, while: Assignments.isBare)
    case .lineEnd: end = piece.end(from: start) { !$0.isLineEnd }
    case .credential: end = piece.end(from: start, while: Assignments.isCredential)
    case .parameter: end = piece.end(from: start, while: URLParts.isParameter)
    case .quote(let quote, let escapes, var slashes):
      var position = start
      while position < limit {
        let byte = piece[position]
        if byte == UInt8(ascii: "\\") {
          slashes += 1
        } else {
          let isEscaped = escapes == 0 ? slashes % 2 == 1 : slashes > escapes
          if (byte == quote && !isEscaped) || (byte.isLineEnd && slashes == 0) { return position }
          slashes = 0
        }
        position += 1
      }
      self = .quote(quote, escapes: escapes, slashes: slashes)
      return nil
    case .key(let place): return keyEnd(text, start, limit, place)
    }
    return end < limit ? end : nil
  }

  // MARK: Private keys

  /// How much of a line says whether it can be part of a key.
  private static let lineSample = 256

  private mutating func keyEnd(
    _ text: TextBytes, _ start: Int, _ limit: Int, _ place: KeyPlace
  ) -> Int? {
    var position = start
    var place = place
    while position < limit {
      if place == .lineStart {
        let sample = TextBytes(rebasing: text[..<min(text.count, position + Self.lineSample)])
        let end = sample.end(from: position) { !$0.isLineEnd }
        var isCut = false
        if let close = Blocks.close(sample, position..<end, isCut: &isCut) { return close }
        if !Self.mayBelongToKey(text, position..<end) { return position }
        place = .line
      }
      while position < limit, !text[position].isLineEnd {
        if place == .opening, text[position].isQuote { return position }
        position += 1
      }
      if position < limit {
        position += 1
        place = .lineStart
      }
    }
    self = .key(place)
    return nil
  }

  /// Lines of a key are Base64, perhaps behind what a log puts before them; some are empty.
  private static func mayBelongToKey(_ text: TextBytes, _ line: Range<Int>) -> Bool {
    var run = 0
    var letters = 0
    for byte in text[line] {
      let belongs = byte.isAlphanumeric || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
      if byte.isAlphanumeric { letters += 1 }
      run = belongs ? run + 1 : 0
      if run >= 24 { return true }
    }
    return letters < 2
  }
}
