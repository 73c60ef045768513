/// Secrets that are known by their value, to be found in whatever way a text spells them.
///
/// A secret is found as it is, with any of its characters escaped as in JSON, JavaScript or a URL,
/// in hexadecimal digits, and in Base64 of either alphabet, also where it stands in the middle of
/// what was encoded. Base64 and hexadecimal digits may go on over lines.
struct ExactSecrets: Sendable {
  /// What to look for where two certain bytes stand.
  private struct Spelling: Sendable {
    let bytes: [UInt8]
    let form: Form
    let label: String
  }

  private enum Form: Sendable {
    /// As it is or escaped.
    case text
    /// Between other letters it is no secret.
    case word
    case hexadecimal
    /// Characters of which some bits are the secret's stand before and behind.
    case base64(before: Bool, behind: Bool)
  }

  /// The table of a stream with the first bytes of all spellings.
  private(set) var pairs = PairTable.common
  private var spellings: [Spelling] = []
  /// The numbers of the spellings that begin with a byte.
  private var byFirstByte = [[Int]](repeating: [], count: 256)
  /// The first bytes of the secrets themselves, which an escape may spell.
  private var escaped: Set<UInt8> = []

  /// A longer secret is looked for in pieces of this length.
  static let pieceLength = 1024

  init() {}

  /// Adds a secret.
  ///
  /// - Parameters:
  ///   - secret: its decoded text.
  ///   - label: what stands for it.
  mutating func add(_ secret: String, _ label: String) {
    let bytes = Array(secret.utf8)
    var start = 0
    while start < bytes.count {
      var end = min(bytes.count, start + Self.pieceLength)
      // A short rest would be found by chance; it goes with the piece before it.
      if bytes.count - end < KnownSecrets.minimumLength { end = bytes.count }
      addPiece(Array(bytes[start..<end]), label)
      start = end
    }
  }

  private mutating func addPiece(_ piece: [UInt8], _ label: String) {
    guard piece.count >= KnownSecrets.minimumLength else { return }
    let isWord = piece.count < 16 && piece.allSatisfy(\.isLetter)
    insert(Spelling(bytes: piece, form: isWord ? .word : .text, label: label))
    insert(Spelling(bytes: Self.hexadecimal(piece), form: .hexadecimal, label: label))
    for alphabet in [Base64.standard, Base64.url] {
      for offset in 0..<3 {
        let core = Base64.core(piece, offset: offset, alphabet: alphabet)
        let form = Form.base64(before: offset > 0, behind: (offset + piece.count) % 3 > 0)
        insert(Spelling(bytes: core, form: form, label: label))
      }
    }
  }

  private mutating func insert(_ spelling: Spelling) {
    let (first, second) = (spelling.bytes[0], spelling.bytes[1])
    if byFirstByte[Int(first)].contains(where: { spellings[$0].bytes == spelling.bytes }) { return }
    spellings.append(spelling)
    byFirstByte[Int(first)].append(spellings.count - 1)
    let all = PairTable.allBytes
    switch spelling.form {
    case .text, .word:
      escaped.insert(first)
      let seconds =
        [second, UInt8(ascii: "\\"), UInt8(ascii: "%")] + (second == 0x20 ? [0x2B] : [])
      pairs.insert([[first], seconds, all, all], .exact)
      for escape in Escapes.beginnings(of: first) {
        pairs.insert([[escape.0], [escape.1], all, all], .exact)
      }
    case .hexadecimal:
      pairs.insert(spelling.bytes[..<4].map { [$0, $0.raised] }, .exact)
    case .base64:
      let mark = [0x0A, 0x0D, UInt8(ascii: "\\")]
      pairs.insert([[first], [second] + mark, all, all], .exact)
    }
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }

  // MARK: Finding

  /// The secret that begins at a position; of several the longest.
  ///
  /// - Parameters:
  ///   - text: what is at hand.
  ///   - place: the position.
  ///   - isCut: becomes true where one that may begin there goes on behind the text.
  /// - Returns: nil where none begins.
  func find(in text: TextBytes, at place: Int, isCut: inout Bool) -> StreamFind? {
    var best: StreamFind?
    func offer(_ number: Int) {
      guard let range = range(spellings[number], text, place, &isCut),
        range.upperBound > best?.range.upperBound ?? 0
      else { return }
      best = StreamFind(range, spellings[number].label, .exact)
    }
    let first = text[place]
    for number in byFirstByte[Int(first)] { offer(number) }
    if first == UInt8(ascii: "%") || first == UInt8(ascii: "\\") {
      for byte in escaped where byte != first {
        let isSpelled = Escapes.depths.contains { depth in
          Escapes.end(of: byte, in: text, at: place, depth: depth) != nil
        }
        for number in isSpelled ? byFirstByte[Int(byte)] : [] { offer(number) }
      }
    }
    if first >= 0x41, first <= 0x46 {
      for number in byFirstByte[Int(first | 0x20)] { offer(number) }
    }
    return best
  }

  private func range(
    _ spelling: Spelling, _ text: TextBytes, _ place: Int, _ isCut: inout Bool
  ) -> Range<Int>? {
    switch spelling.form {
    case .text: return Self.escaped(spelling.bytes, text, place, &isCut).map { place..<$0 }
    case .word:
      guard text.has(spelling.bytes, at: place) else { return nil }
      let end = place + spelling.bytes.count
      let isAlone =
        (place == 0 || !text[place - 1].isAlphanumeric)
        && (end == text.count || !text[end].isAlphanumeric)
      return isAlone ? place..<end : nil
    case .hexadecimal:
      return Self.wrapped(spelling.bytes, text, place, &isCut) { $0 | 0x20 }.map { place..<$0 }
    case .base64(let before, let behind):
      guard var end = Self.wrapped(spelling.bytes, text, place, &isCut, { $0 }) else { return nil }
      if behind, end < text.count, Base64.isCharacter(text[end]) { end += 1 }
      end = text.end(from: end) { $0 == UInt8(ascii: "=") }
      let start = before && place > 0 && Base64.isCharacter(text[place - 1]) ? place - 1 : place
      return start..<end
    }
  }

  /// The end of a secret of which any character may be escaped.
  private static func escaped(
    _ secret: [UInt8], _ text: TextBytes, _ place: Int, _ isCut: inout Bool
  ) -> Int? {
    if text.has(secret, at: place) { return place + secret.count }
    for depth in Escapes.depths {
      if let end = escaped(secret, text, place, depth, &isCut) { return end }
    }
    return nil
  }

  private static func escaped(
    _ secret: [UInt8], _ text: TextBytes, _ place: Int, _ depth: Int, _ isCut: inout Bool
  ) -> Int? {
    let slash = UInt8(ascii: "\\")
    var position = place
    var number = 0
    while number < secret.count {
      guard position < text.count else {
        isCut = true
        return nil
      }
      let byte = secret[number]
      if let end = Escapes.end(of: byte, in: text, at: position, depth: depth) {
        position = end
      } else if byte == slash, text[position] == slash {
        let end = secret.end(from: number) { $0 == slash }
        guard let taken = Escapes.backslashes(end - number, in: text, at: position) else {
          return nil
        }
        position += taken
        number = end
        continue
      } else if text[position] == byte || (byte == 0x20 && text[position] == UInt8(ascii: "+")) {
        position += 1
      } else {
        return nil
      }
      number += 1
    }
    return position
  }

  /// The end of encoded bytes between which lines may end.
  private static func wrapped(
    _ wanted: [UInt8], _ text: TextBytes, _ place: Int, _ isCut: inout Bool,
    _ fold: (UInt8) -> UInt8
  ) -> Int? {
    var position = place
    for byte in wanted {
      // `\n` in a JSON text is a line end too.
      while position + 1 < text.count, position > place {
        if text[position].isLineEnd {
          position += 1
        } else if text[position] == UInt8(ascii: "\\"),
          text[position + 1] == UInt8(ascii: "n") || text[position + 1] == UInt8(ascii: "r")
        {
          position += 2
        } else {
          break
        }
      }
      guard position < text.count else {
        isCut = true
        return nil
      }
      guard fold(text[position]) == byte else { return nil }
      position += 1
    }
    return position
  }
}
