/// What four bytes in a row make possible: two looks at each place of a text tell nearly all of
/// them from those where a secret, or the name of one, may stand.
///
/// The first table says for two bytes which kinds of places may begin with them, the second one
/// which kinds may go on with them behind two others.
struct PairTable: Sendable {
  /// What may stand where four bytes do: the bits of the tables.
  struct Kinds: OptionSet {
    let rawValue: UInt8
    /// A word of a secret name, or a token of digits.
    static let name = Kinds(rawValue: 1)
    /// A token with a beginning that is rare.
    static let token = Kinds(rawValue: 2)
    /// A token of which less is known.
    static let vague = Kinds(rawValue: 4)
    /// A URL, whose scheme stands before this, or a private key.
    static let address = Kinds(rawValue: 8)
    /// A parameter of a URL.
    static let parameter = Kinds(rawValue: 16)
    /// A secret of the config.
    static let exact = Kinds(rawValue: 32)
    /// A token of which next to nothing is known.
    static let loose = Kinds(rawValue: 64)
    /// The first byte belongs to no run of characters that may be random.
    static let noRun = Kinds(rawValue: 128)

    static let landmarks: Kinds = [.name, .token, .vague, .loose]
    static let places: Kinds = [
      .name, .token, .vague, .loose, .address, .parameter, .exact,
    ]
  }

  /// A text that may stand around four bytes.
  struct Candidate {
    /// Up to eight bytes of it, the first one lowest, and which bits of those count.
    let bytes: UInt64
    let mask: UInt64
    /// The bits that make capitals small.
    let fold: UInt64
    /// How many bytes of it stand before the four.
    let least: Int
    let most: Int
    /// Whether it is a word of a name, and no token.
    let isName: Bool
    let needsBoundary: Bool
    /// The number of the format of the token.
    let format: Int
  }

  /// What all streams look for.
  static let common = PairTable(TokenFormats.known)

  /// One byte for each pair; the first of the two is the lower half of the index.
  private(set) var firsts = [UInt8](repeating: 0, count: 1 << 16)
  private(set) var seconds = [UInt8](repeating: Kinds.noRun.rawValue, count: 1 << 16)
  /// The number of the group of a first pair.
  private(set) var groups = [UInt16](repeating: 0, count: 1 << 16)
  /// The candidates of all groups, and where those of a group begin.
  private(set) var candidates: [Candidate] = []
  private(set) var starts: [Int] = [0]

  private init(_ formats: TokenFormats) {
    var byPair: [Int: [Candidate]] = [:]
    for (number, format) in formats.formats.enumerated() {
      // Most harmless shapes begin like many words, and hold no secret that they would shield.
      guard let landmark = format.landmark, format.label != nil || format.prefix.count > 4 else {
        continue
      }
      let candidate = Candidate(
        bytes: Self.packed(format.prefix), mask: Self.mask(format.prefix.count), fold: 0,
        least: landmark.offset.lowerBound, most: landmark.offset.upperBound, isName: false,
        needsBoundary: format.needsBoundary, format: number)
      let known = landmark.bytes.filter { $0.count < 5 }.count
      // Of digits before a mark as little is known, but no word goes on as they do.
      let isMarked = landmark.bytes[3].count == 1
      let kind: Kinds = known == 4 ? .token : known > 1 ? .vague : isMarked ? .name : .loose
      for pair in insert(landmark.bytes, kind) { byPair[pair, default: []].append(candidate) }
    }
    for (word, offset) in SecretName.words {
      let bytes = word.withUTF8Buffer { Array($0) }
      let candidate = Candidate(
        bytes: Self.packed(bytes), mask: Self.mask(bytes.count), fold: 0x2020_2020_2020_2020,
        least: offset, most: offset, isName: true, needsBoundary: false, format: 0)
      let window = (offset..<offset + 4).map {
        $0 < bytes.count ? [bytes[$0], bytes[$0].raised] : Self.allBytes
      }
      for pair in insert(window, bytes.count < 4 ? .vague : .name) {
        byPair[pair, default: []].append(candidate)
      }
    }
    // The first group has none.
    starts.append(0)
    for (pair, list) in byPair {
      groups[pair] = UInt16(starts.count - 1)
      candidates += list
      starts.append(candidates.count)
    }
    _ = insert([[UInt8(ascii: ":")], [0x2F], [0x2F], Self.allBytes], .address)
    _ = insert("-BEG".utf8.map { [$0] }, .address)
    let names = Self.allBytes.filter { $0.isAlphanumeric || $0.isOne(of: "_-.[]") }
    _ = insert([[UInt8(ascii: "?"), UInt8(ascii: "&")], names, names, names], .parameter)
    for first in Self.allBytes where ByteClass.of(first) == .none {
      for second in Self.allBytes { firsts[Self.index(first, second)] |= Kinds.noRun.rawValue }
    }
  }

  static let allBytes = Array(UInt8.min...UInt8.max)

  /// Marks what four bytes make possible.
  ///
  /// - Parameters:
  ///   - window: what each of the four may be.
  ///   - kind: what then may stand there.
  /// - Returns: the pairs of the first two.
  @discardableResult
  mutating func insert(_ window: [[UInt8]], _ kind: Kinds) -> Set<Int> {
    var pairs: Set<Int> = []
    for first in window[0] {
      for second in window[1] {
        pairs.insert(Self.index(first, second))
        firsts[Self.index(first, second)] |= kind.rawValue
      }
    }
    for first in window[2] {
      for second in window[3] { seconds[Self.index(first, second)] |= kind.rawValue }
    }
    return pairs
  }

  private static func index(_ first: UInt8, _ second: UInt8) -> Int {
    Int(second) << 8 | Int(first)
  }

  private static func packed(_ bytes: [UInt8]) -> UInt64 {
    bytes.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func mask(_ count: Int) -> UInt64 {
    count >= 8 ? .max : 1 << UInt64(count * 8) - 1
  }

  /// The tables without counting who holds them: they are looked at for every byte.
  struct Tables {
    let firsts: UnsafeBufferPointer<UInt8>
    let seconds: UnsafeBufferPointer<UInt8>
    let groups: UnsafeBufferPointer<UInt16>
    let starts: UnsafeBufferPointer<Int>
    let candidates: UnsafeBufferPointer<Candidate>

    /// What stands at a place with three bytes behind it.
    @inline(__always)
    func kinds(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt8 {
      firsts[PairTable.pair(bytes, place)] & seconds[PairTable.pair(bytes, place + 2)]
    }

    /// What stands at any of eight places.
    @inline(__always)
    func kinds(ofEight bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt8 {
      // Two loads instead of ten: the tables keep the processor busy with loads enough.
      let low = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      let high = UInt32(
        littleEndian: bytes.loadUnaligned(fromByteOffset: place + 7, as: UInt32.self))
      let (p0, p1, p2) = (Int(low & 0xFFFF), Int(low &>> 8 & 0xFFFF), Int(low &>> 16 & 0xFFFF))
      let (p3, p4) = (Int(low &>> 24 & 0xFFFF), Int(low &>> 32 & 0xFFFF))
      let (p5, p6) = (Int(low &>> 40 & 0xFFFF), Int(low &>> 48))
      let (p7, p8, p9) = (Int(high & 0xFFFF), Int(high &>> 8 & 0xFFFF), Int(high &>> 16))
      return firsts[p0] & seconds[p2] | firsts[p1] & seconds[p3] | firsts[p2] & seconds[p4]
        | firsts[p3] & seconds[p5] | firsts[p4] & seconds[p6] | firsts[p5] & seconds[p7]
        | firsts[p6] & seconds[p8] | firsts[p7] & seconds[p9]
    }
  }

  @inline(__always)
  static func pair(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> Int {
    Int(UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt16.self)))
  }

  func withUnsafeTables(_ body: (Tables) -> Void) {
    firsts.withUnsafeBufferPointer { firsts in
      seconds.withUnsafeBufferPointer { seconds in
        groups.withUnsafeBufferPointer { groups in
          starts.withUnsafeBufferPointer { starts in
            candidates.withUnsafeBufferPointer { candidates in
              body(
                Tables(
                  firsts: firsts, seconds: seconds, groups: groups, starts: starts,
                  candidates: candidates))
            }
          }
        }
      }
    }
  }
}
