extension TokenFormat {
  /// Four characters in a row in a token of a kind that seldom stand together.
  struct Landmark: Sendable {
    /// What each of the four may be.
    let bytes: [[UInt8]]
    /// How many characters of the token stand before them.
    let offset: ClosedRange<Int>
  }

  /// The rarest four characters of the prefix or the first four, or those around the first
  /// character that is certain in a token that may begin with anything.
  static func landmark(_ prefix: [UInt8], _ parts: [Part]) -> Landmark? {
    if prefix.count >= 4 {
      let places = 0...prefix.count - 4
      let rarest = places.min { rarity(prefix, $0) < rarity(prefix, $1) } ?? 0
      return Landmark(bytes: prefix[rarest..<rarest + 4].map { [$0] }, offset: rarest...rarest)
    }
    let first =
      Array(
        parts.prefix { $0.minimum == $0.maximum }.flatMap { part in
          [[UInt8]](repeating: part.set.members, count: min(part.minimum, 4))
        })
      + (parts.first { $0.minimum != $0.maximum }.map { part in
        [[UInt8]](repeating: part.set.members, count: min(part.minimum, 4))
      } ?? [])
    let beginning = prefix.map { [$0] } + first
    if beginning.count >= 4, beginning[0].count < 5 {
      return Landmark(bytes: Array(beginning[..<4]), offset: 0...0)
    }
    return remote(prefix, parts)
  }

  /// The landmark around a character that stands behind a run of known length.
  private static func remote(_ prefix: [UInt8], _ parts: [Part]) -> Landmark? {
    var (least, most) = (prefix.count, prefix.count)
    for (number, part) in parts.enumerated() where number > 0 {
      least += parts[number - 1].minimum
      most += parts[number - 1].maximum
      guard part.set.count == 1, most < 64 else { continue }
      let behind = parts[number + 1].set.members
      let before = parts[number - 1]
      if before.minimum >= 3 {
        // `123:`, because two digits and a colon are a time of day.
        let digits = [[UInt8]](repeating: before.set.members, count: 3)
        return Landmark(bytes: digits + [part.set.members], offset: least - 3...most - 3)
      }
      let next = parts[number + 1].set.count == 1 ? parts[number + 2].set.members : behind
      return Landmark(
        bytes: [before.set.members, part.set.members, behind, next], offset: least - 1...most - 1)
    }
    return nil
  }

  /// How often four bytes stand together in texts, roughly.
  private static func rarity(_ bytes: [UInt8], _ place: Int) -> Int {
    let letters = [
      8, 2, 3, 4, 12, 2, 2, 4, 7, 1, 2, 4, 3, 7, 8, 5, 1, 6, 6, 9, 3, 1, 2, 1, 3, 1,
    ]
    return bytes[place..<place + 4].reduce(1) { product, byte in
      switch byte {
      case let byte where byte.isLower: product * letters[Int(byte - UInt8(ascii: "a"))]
      case let byte where byte.isDigit: product * 8
      case UInt8(ascii: "/"): product * 8
      case UInt8(ascii: "-"), UInt8(ascii: ":"): product * 5
      case UInt8(ascii: "."): product * 2
      default: product
      }
    }
  }
}
