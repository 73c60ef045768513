/// A name reduced to what the rules compare: lower-case letters and digits, without a number at
/// the end (`TOKEN_2`).
///
/// The rules are asked for every word of every text, so they compare bytes: the search in `String`
/// goes by Characters and costs fifty times as much.
struct PlainName {
  /// The reduced bytes, valid for as long as the closure that got this name runs.
  private let bytes: UnsafeBufferPointer<UInt8>

  /// Calls a closure with the reduced name.
  static func with<Result>(
    _ name: UnsafeBufferPointer<UInt8>, _ body: (PlainName) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: name.count) { buffer in
      var count = 0
      for byte in name where byte.isAlphanumeric || byte > 127 {
        buffer.initializeElement(at: count, to: byte.lowered)
        count += 1
      }
      while count > 1, buffer[count - 1].isDigit { count -= 1 }
      return body(PlainName(bytes: UnsafeBufferPointer(rebasing: buffer[..<count])))
    }
  }

  func equals(_ word: StaticString) -> Bool { bytes.equals(word) }

  func ends(with word: StaticString) -> Bool { bytes.hasSuffix(word) }

  /// The number of the first word of a list that occurs anywhere.
  func firstContained(of words: [StaticString], initials: ByteSet) -> Int? {
    var found: Int?
    for position in bytes.indices where initials.contains(bytes[position]) {
      for (number, word) in words.enumerated() where number < found ?? words.count {
        if bytes.has(word, at: position) { found = number }
      }
    }
    return found
  }
}
