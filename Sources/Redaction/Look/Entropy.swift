/// Finds runs of characters that are too random to be words.
///
/// Measured on 97 configs found in the wild (318 runs of 24 and more characters with two classes):
/// identifiers, model names and paths stay below 0.21 changes of class a character (the highest is
/// `allowIpv6UniqueLocalRange` with 0.20) and below 4.4 bits when they change often; 99 % of random
/// base62 strings of 24 characters have 0.21 changes and 3.8 bits. Hexadecimal digits have too few
/// values for that and are told by their length.
enum Entropy {
  static let minimumRun = 24
  static let minimumHexRun = 32

  private static let run = ByteSet("A-Za-z0-9+/_-".utf8)

  /// - Parameters:
  ///   - bytes: any text.
  ///   - hexIsHarmless: the key says that this is a checksum or a commit.
  /// - Returns: the random runs in order.
  static func scan(_ bytes: TextBytes, hexIsHarmless: Bool) -> [Find] {
    var finds: [Find] = []
    var position = 0
    while position < bytes.count {
      guard run.contains(bytes[position]) else {
        position += 1
        continue
      }
      let end = bytes.end(from: position, while: run.contains)
      if end - position >= minimumRun {
        var pieces = randomPieces(bytes, position..<end, hexIsHarmless: hexIsHarmless)
        // Most runs are words and need no look at the name before them.
        if !pieces.isEmpty, !hexIsHarmless, followsDigestName(bytes, position) {
          pieces = randomPieces(bytes, position..<end, hexIsHarmless: true)
        }
        for piece in pieces {
          let padded = bytes.end(from: piece.upperBound) { $0 == UInt8(ascii: "=") }
          finds.append(Find(piece.lowerBound..<padded, "random"))
        }
      }
      position = end
    }
    return finds
  }

  /// The whole run when it is random, or else those of its parts between slashes that are: the
  /// words of a path would hide a token behind them.
  static func randomPieces(
    _ bytes: TextBytes, _ range: Range<Int>, hexIsHarmless: Bool
  ) -> [Range<Int>] {
    if isRandom(bytes[range], hexIsHarmless: hexIsHarmless) { return [range] }
    let slash = UInt8(ascii: "/")
    return bytes[range].split { $0 == slash }.flatMap { part -> [Range<Int>] in
      if isRandom(part, hexIsHarmless: hexIsHarmless) { return [part.startIndex..<part.endIndex] }
      return part.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
        .filter { isRandom($0, hexIsHarmless: hexIsHarmless) }
        .map { $0.startIndex..<$0.endIndex }
    }
  }

  private static func isRandom(_ text: Slice<TextBytes>, hexIsHarmless: Bool) -> Bool {
    guard text.count >= minimumRun else { return false }
    if text.allSatisfy(\.isHex) {
      return !hexIsHarmless && text.count >= minimumHexRun && text.contains(where: \.isDigit)
        && text.contains(where: \.isLetter)
    }
    let turns = Double(changes(text)) / Double(text.count)
    guard turns >= 0.15 else { return false }
    let bits = shannon(text)
    return (turns >= 0.21 && bits >= 3.4) || (turns >= 0.15 && bits >= 4.4)
  }

  /// How often the class of character changes; a capital and the small letters behind it are one
  /// word, and a separator begins anew.
  static func changes(_ text: Slice<TextBytes>) -> Int {
    zip(text, text.dropFirst()).reduce(0) { count, pair in
      let (one, other) = pair
      guard one.isAlphanumeric, other.isAlphanumeric else { return count }
      if one.isUpper && other.isLower { return count }
      let same =
        (one.isLower && other.isLower) || (one.isUpper && other.isUpper)
        || (one.isDigit && other.isDigit)
      return same ? count : count + 1
    }
  }

  /// Shannon entropy in bits a character.
  static func shannon(_ text: Slice<TextBytes>) -> Double {
    var counts = [Int](repeating: 0, count: 256)
    for byte in text { counts[Int(byte)] += 1 }
    let total = Double(text.count)
    return counts.reduce(0) { sum, count in
      count == 0 ? sum : sum - Double(count) / total * log2(Double(count) / total)
    }
  }

  /// The logarithm without Foundation: the exponent, then sixteen binary digits by squaring.
  static func log2(_ value: Double) -> Double {
    var rest = value.significand
    var result = Double(value.exponent)
    var digit = 0.5
    for _ in 0..<16 {
      rest *= rest
      if rest >= 2 {
        rest /= 2
        result += digit
      }
      digit /= 2
    }
    return result
  }

  /// Whether the word before a value says that hexadecimal digits are harmless here.
  private static func followsDigestName(_ bytes: TextBytes, _ position: Int) -> Bool {
    let before = bytes[max(0, position - 48)..<position].reversed()
    let word = before.drop { !$0.isAlphanumeric }.prefix { $0.isAlphanumeric || $0 == 0x5F }
    return SecretName.isDigest(String(decoding: word.reversed(), as: UTF8.self))
  }
}
