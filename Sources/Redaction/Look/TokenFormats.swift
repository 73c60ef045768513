/// The known formats of tokens, ready to be looked for.
struct TokenFormats: Sendable {
  /// The formats of `Tables/token-formats.tsv`, read when something is first redacted.
  static let known = TokenFormats(TokenFormatsTable.text)

  let formats: [TokenFormat]
  /// The numbers of the formats that may begin with a byte, so that most positions cost one look.
  private let byFirstByte: [[Int]]

  init(_ table: String) {
    let formats = tableRows(table, columns: 5).flatMap { cells in
      cells[3].split(separator: " ").map { prefix in
        TokenFormat(
          id: String(cells[0]), label: String(cells[1]), boundary: String(cells[2]),
          prefix: prefix == "-" ? "" : String(prefix), shape: cells[4])
      }
    }
    self.formats = formats
    var byFirstByte = [[Int]](repeating: [], count: 128)
    for (number, format) in formats.enumerated() {
      for byte in format.firstBytes { byFirstByte[Int(byte)].append(number) }
    }
    self.byFirstByte = byFirstByte
  }

  /// The tokens in a text, and the harmless shapes that are not to be taken for random ones.
  ///
  /// - Parameter bytes: any text.
  /// - Returns: both in the order of the text.
  func scan(_ bytes: [UInt8]) -> (secrets: [Find], harmless: [Range<Int>]) {
    var secrets: [Find] = []
    var harmless: [Range<Int>] = []
    var position = 0
    while position < bytes.count {
      let first = bytes[position]
      var next = position + 1
      for number in first < 128 ? byFirstByte[Int(first)] : [] {
        guard let end = formats[number].end(in: bytes, at: position) else { continue }
        if let label = formats[number].label {
          secrets.append(Find(position..<end, label))
        } else {
          harmless.append(position..<end)
        }
        next = end
        break
      }
      position = next
    }
    return (secrets, harmless)
  }
}
