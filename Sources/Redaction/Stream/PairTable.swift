/// What two bytes side by side make possible: one look at each place of a text tells nearly all of
/// them from those where a secret, or the name of one, may stand.
struct PairTable: Sendable {
  /// What may stand where two bytes do.
  struct Kinds: OptionSet {
    let rawValue: UInt8
    /// A token begins here.
    static let format = Kinds(rawValue: 1)
    /// A token of a kind that may begin with anything is around.
    static let landmark = Kinds(rawValue: 2)
    /// A word of a secret name is around.
    static let name = Kinds(rawValue: 4)
    /// A URL has its scheme before this.
    static let address = Kinds(rawValue: 8)
    /// A parameter of a URL has its name behind this.
    static let parameter = Kinds(rawValue: 16)
    /// A private key opens here.
    static let block = Kinds(rawValue: 32)
    /// A secret of the config begins here.
    static let exact = Kinds(rawValue: 64)
  }

  /// What all streams look for.
  static let common = PairTable(TokenFormats.known)

  /// One byte for each pair; the first of the two is the lower half of the index.
  private(set) var table = [UInt8](repeating: 0, count: 1 << 16)

  private init(_ formats: TokenFormats) {
    for format in formats.formats {
      // Most harmless shapes begin like many words, and hold no secret that they would shield.
      guard let landmark = format.landmark, format.label != nil || format.prefix.count > 4 else {
        continue
      }
      let kind: Kinds = format.isRemote ? .landmark : .format
      for first in landmark.firsts.members {
        for second in landmark.seconds.members { insert(first, second, kind) }
      }
    }
    for pair in SecretWord.landmarks { insert(anyCase: pair, .name) }
    insert(UInt8(ascii: ":"), UInt8(ascii: "/"), .address)
    insert(UInt8(ascii: "-"), UInt8(ascii: "B"), .block)
    for byte in UInt8.min...127 where byte.isAlphanumeric || "_-.[]".utf8.contains(byte) {
      insert(UInt8(ascii: "?"), byte, .parameter)
      insert(UInt8(ascii: "&"), byte, .parameter)
    }
  }

  mutating func insert(_ first: UInt8, _ second: UInt8, _ kind: Kinds) {
    table[Int(second) << 8 | Int(first)] |= kind.rawValue
  }

  private mutating func insert(anyCase pair: (UInt8, UInt8), _ kind: Kinds) {
    for first in [pair.0, pair.0 ^ 0x20] {
      for second in [pair.1, pair.1 ^ 0x20] { insert(first, second, kind) }
    }
  }
}
