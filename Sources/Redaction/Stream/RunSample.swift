/// What a run of characters is like.
struct RunSample {
  private let text: TextBytes
  private var counts = (none: 0, mark: 0, lower: 0, upper: 0, digit: 0)
  private var turns = 0

  init(_ text: TextBytes, _ run: Range<Int>) {
    self.text = text.part(run)
    var last = ByteClass.none
    for byte in self.text {
      let kind = ByteClass.of(byte)
      switch kind {
      case .lower: counts.lower += 1
      case .upper: counts.upper += 1
      case .digit: counts.digit += 1
      case .mark: counts.mark += 1
      case .none, .plus: counts.none += 1
      }
      // A capital and the small letters behind it are one word, and a mark begins anew.
      let isTurn = kind != last && kind.isAlphanumeric && last.isAlphanumeric
      if isTurn, !(last == .upper && kind == .lower) { turns += 1 }
      last = kind
    }
  }

  var marks: Int { counts.mark }

  /// Whether it has digits and letters of both kinds, which ids and checksums seldom have.
  var hasAllClasses: Bool { counts.lower > 0 && counts.upper > 0 && counts.digit > 0 }

  /// Whether the classes change as often as those of random characters, and as many of them differ.
  var isRandom: Bool {
    text.count >= Entropy.minimumRun && text.count <= RandomRuns.longest
      && Double(turns) >= 0.25 * Double(text.count) && bits >= 3.8
  }

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
