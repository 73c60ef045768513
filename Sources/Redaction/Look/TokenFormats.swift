internal import ConfigDocument

/// The known formats of tokens, ready to be looked for.
struct TokenFormats: Sendable {
  /// The formats of `Tables/token-formats.tsv`, read when something is first redacted.
  static let known = TokenFormats(TokenFormatsTable.text)

  /// A format that may begin with a certain byte, with what most places fail at.
  private struct Candidate {
    let second: UInt8?
    let needsBoundary: Bool
    let number: Int
  }

  let formats: [TokenFormat]
  /// The candidates of all bytes one behind the other, and where those of a byte begin.
  private let candidates: [Candidate]
  private let starts: [Int]

  init(_ table: String) {
    let formats = TableLines(table).rows.flatMap { line -> [TokenFormat] in
      let cells = line.cells
      guard cells.count >= 5 else { return [] }
      return cells[3].split(separator: UInt8(ascii: " ")).map { prefix in
        TokenFormat(
          id: cells[0], label: cells[1], boundary: cells[2],
          prefix: prefix.elementsEqual("-".utf8) ? [] : prefix, shape: cells[4])
      }
    }
    var byFirstByte = [[Candidate]](repeating: [], count: 128)
    for (number, format) in formats.enumerated() {
      let candidate = Candidate(
        second: format.prefix.dropFirst().first, needsBoundary: format.needsBoundary,
        number: number)
      for byte in format.firstBytes { byFirstByte[Int(byte)].append(candidate) }
    }
    var starts = [0]
    for candidates in byFirstByte { starts.append(starts[starts.count - 1] + candidates.count) }
    self.formats = formats
    self.starts = starts
    candidates = Array(byFirstByte.joined())
  }

  /// The tokens in a text, and the harmless shapes that are not to be taken for random ones.
  ///
  /// - Parameter bytes: any text.
  /// - Returns: both in the order of the text.
  func scan(_ bytes: TextBytes) -> (secrets: [Find], harmless: [Range<Int>]) {
    var secrets: [Find] = []
    var harmless: [Range<Int>] = []
    var position = 0
    while position < bytes.count {
      guard let match = match(in: bytes, at: position) else {
        position += 1
        continue
      }
      if let label = match.format.label {
        secrets.append(Find(position..<match.end, label))
      } else {
        harmless.append(position..<match.end)
      }
      position = match.end
    }
    return (secrets, harmless)
  }

  /// The first format in the order of the table that a token at a position has.
  func match(in bytes: TextBytes, at position: Int) -> (format: TokenFormat, end: Int)? {
    let first = Int(bytes[position])
    guard first < 128 else { return nil }
    var isBoundary: Bool?
    for number in starts[first]..<starts[first + 1] {
      let candidate = candidates[number]
      if let second = candidate.second {
        guard position + 1 < bytes.count, bytes[position + 1] == second else { continue }
      }
      if candidate.needsBoundary {
        let known = isBoundary ?? TokenFormat.isBoundary(bytes, position)
        isBoundary = known
        if !known { continue }
      }
      if let end = formats[candidate.number].end(in: bytes, at: position) {
        return (formats[candidate.number], end)
      }
    }
    return nil
  }

  /// Whether a part of a text touches a harmless shape, which begins at most eight bytes before it.
  func isHarmless(_ range: Range<Int>, in bytes: TextBytes) -> Bool {
    var position = max(0, range.lowerBound - 8)
    while position < range.upperBound {
      let match = match(in: bytes, at: position)
      if let match, match.format.label == nil, match.end > range.lowerBound { return true }
      position = match?.end ?? position + 1
    }
    return false
  }
}
