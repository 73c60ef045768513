/// How hard a shared secret of the gateway is to guess.
///
/// OpenClaw warns of tokens below 24 characters (audit of every release to 2026.4.23). The estimate
/// of bits is ours: the length times the bits of a character of the classes that occur, where what
/// repeats and what counts on (`aaaa`, `1234`, `abcabc`) adds nothing. It is too high for words.
package struct CredentialStrength: Sendable, Hashable {
  /// The length in UTF-16 units, as OpenClaw counts it.
  package let length: Int
  /// Bits that a guesser would have to try, rounded down; an upper bound for what people make up.
  package let estimatedBits: Int

  /// Below this OpenClaw warns.
  package static let minimumLength = 24
  /// Below this we call it weak.
  package static let minimumBits = 64

  /// Whether OpenClaw would warn of the length.
  package var isTooShort: Bool { length < Self.minimumLength }
  /// Whether it can be guessed.
  package var isWeak: Bool { estimatedBits < Self.minimumBits }

  /// Estimates a value.
  ///
  /// - Parameters:
  ///   - value: as the gateway would get it; the white space around it does not count.
  ///   - field: what the credential is for. Returns nil for all but the gateway's token and password
  ///     and the token of hooks, for an empty value, and for a reference.
  package init?(_ value: String, as field: CredentialField) {
    let text = CredentialText(value)
    guard [.gatewayToken, .gatewayPassword, .hooksToken].contains(field), !text.bytes.isEmpty,
      !text.isReference
    else { return nil }
    let string = String(decoding: text.bytes, as: UTF8.self)
    length = string.utf16.count
    let scalars = string.unicodeScalars.map(\.value)
    var alphabet = Self.alphabet(scalars)
    let count = Self.countOfNews(scalars)
    let distinct = Set(scalars).count
    if distinct * 4 <= count { alphabet = min(alphabet, distinct) }
    estimatedBits = Int(Double(count) * Self.log2(Double(alphabet)))
  }

  /// The number of characters that a guesser would choose from.
  private static func alphabet(_ scalars: [UInt32]) -> Int {
    let digits: ClosedRange<UInt32> = 0x30...0x39
    let isHex = { (letters: ClosedRange<UInt32>) in
      scalars.allSatisfy { digits.contains($0) || letters.contains($0) }
    }
    if scalars.allSatisfy(digits.contains) { return 10 }
    if isHex(0x61...0x66) || isHex(0x41...0x46) { return 16 }
    var size = 0
    let classes: [(UInt32) -> Bool] = [
      digits.contains, { (0x61...0x7A).contains($0) }, { (0x41...0x5A).contains($0) },
    ]
    for (isMember, members) in zip(classes, [10, 26, 26]) where scalars.contains(where: isMember) {
      size += members
    }
    let others = scalars.filter { scalar in !classes.contains { $0(scalar) } }
    if others.contains(where: { $0 < 0x80 }) { size += 33 }
    if others.contains(where: { $0 >= 0x80 }) { size += 100 }
    return size
  }

  /// How many characters do not follow from those before: by staying the same, by counting on, or
  /// because the whole is a shorter text, repeated.
  private static func countOfNews(_ scalars: [UInt32]) -> Int {
    let unit = scalars.prefix(period(scalars))
    var count = 0
    var lastStep: Int64?
    var last: UInt32?
    for scalar in unit {
      let step = last.map { Int64(scalar) - Int64($0) }
      let goesOn = step == 0 || (step == lastStep && step.map { abs($0) == 1 } == true)
      if !goesOn { count += 1 }
      (last, lastStep) = (scalar, step)
    }
    return count
  }

  /// The length of the text whose repetition this is; its own length when it is none.
  private static func period(_ scalars: [UInt32]) -> Int {
    // The longest border of each beginning, as in the search of Knuth, Morris and Pratt.
    var borders = [Int](repeating: 0, count: scalars.count)
    for index in scalars.indices.dropFirst() {
      var border = borders[index - 1]
      while border > 0, scalars[border] != scalars[index] { border = borders[border - 1] }
      borders[index] = scalars[border] == scalars[index] ? border + 1 : 0
    }
    let period = scalars.count - (borders.last ?? 0)
    return period * 2 <= scalars.count ? period : scalars.count
  }

  /// The logarithm without Foundation: the exponent, then sixteen binary digits by squaring.
  private static func log2(_ value: Double) -> Double {
    guard value >= 1 else { return 0 }
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
}
