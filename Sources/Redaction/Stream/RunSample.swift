/// What a run of characters is like.
struct RunSample {
  private let text: TextBytes
  /// How many characters there are of each class, sixteen bits for each.
  private let counts: UInt64

  init(_ text: TextBytes, _ run: Range<Int>) {
    self.text = text.part(run)
    counts = Self.units.withUnsafeBufferPointer { units in
      text.part(run).reduce(0) { $0 &+ units[Int($1)] }
    }
  }

  /// What each byte adds to the counts.
  private static let units: [UInt64] = PairTable.allBytes.map { byte in
    switch ByteClass.of(byte) {
    case .lower: 1
    case .upper: 1 << 16
    case .digit: 1 << 32
    case .mark: 1 << 48
    case .none, .plus: 0
    }
  }

  var marks: Int { Int(counts >> 48) }

  /// Whether it has digits and letters of both kinds, which ids and checksums seldom have.
  var hasAllClasses: Bool {
    counts & 0xFFFF != 0 && counts & 0xFFFF_0000 != 0 && counts & 0xFFFF_0000_0000 != 0
  }

  /// Whether the classes change as often as those of random characters, and as many of them differ.
  var isRandom: Bool {
    text.count >= Entropy.minimumRun && text.count <= RandomRuns.longest
      && Double(turns) >= 0.25 * Double(text.count) && bits >= 3.8
  }

  /// How often the class changes; a capital and the small letters behind it are one word, and a mark
  /// begins anew.
  private var turns: Int {
    Self.classes.withUnsafeBufferPointer { classes in
      var turns: UInt64 = 0
      var last: UInt8 = 0
      for byte in text {
        let kind = classes[Int(byte)]
        turns += Self.changes &>> UInt64(last << 3 | kind) & 1
        last = kind
      }
      return Int(turns)
    }
  }

  private static let classes = PairTable.allBytes.map { ByteClass.of($0).rawValue }

  /// One bit for each pair of classes that is a turn: the first one times eight, and the second.
  private static let changes: UInt64 = {
    let kinds: [ByteClass] = [.lower, .upper, .digit]
    var bits: UInt64 = 0
    for last in kinds {
      for kind in kinds where kind != last && !(last == .upper && kind == .lower) {
        bits |= 1 << UInt64(last.rawValue << 3 | kind.rawValue)
      }
    }
    return bits
  }()

  /// Shannon entropy in bits a character.
  private var bits: Double {
    let sum = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { counts in
      counts.initialize(repeating: 0)
      for byte in text { counts[Int(byte)] &+= 1 }
      return text.reduce(0) { $0 + Self.logarithms[Int(counts[Int($1)])] }
    }
    return Self.logarithms[text.count] - sum / Double(text.count)
  }

  /// The binary logarithms of the counts that there can be.
  private static let logarithms = (0...RandomRuns.longest).map {
    $0 == 0 ? 0 : Entropy.log2(Double($0))
  }
}
