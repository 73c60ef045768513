/// A made-up secret that gives itself away wherever six bytes of it stand.
public struct Canary: Sendable, Hashable {
  /// The whole secret, as it stands in a config.
  public let text: String
  /// The part of it that no reader may see; what is before it is the public prefix of its format.
  public let hidden: String

  /// Makes one of a given text.
  public init(text: String, hidden: String) {
    self.text = text
    self.hidden = hidden
  }
}

/// Makes canaries: from a seed, and no run of six bytes occurs twice or in ordinary text.
public struct CanarySource {
  /// What a secret looks like, and so which net has to catch it.
  public enum Kind: CaseIterable, Sendable {
    /// Letters in no order and without vowels: only its key gives it away.
    case letters
    /// Marks, quotes, blanks and umlauts, which each writer spells in its own way.
    case password
    /// A token of a known format.
    case token
    /// As short as a secret may be to be looked for elsewhere.
    case short
    /// A number.
    case digits
  }

  /// Everything that was made so far.
  public private(set) var made: [Canary] = []
  private var state: UInt64
  private var used: Set<UInt64> = []

  /// Makes a source that gives the same canaries for the same seed.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next canary.
  public mutating func next(_ kind: Kind) -> Canary {
    while true {
      let body: String
      switch kind {
      case .letters: body = run(18, of: Self.consonants)
      case .password: body = run(9, of: Self.consonants + Self.marks) + "ü" + run(6, of: Self.marks)
      case .token: body = run(36, of: Self.consonants + Self.digits)
      case .short: body = run(7, of: Self.consonants)
      case .digits: body = "7" + run(15, of: Self.digits)
      }
      let grams = LeakScanner.grams(Array(body.utf8))
      guard used.isDisjoint(with: grams) else { continue }
      used.formUnion(grams)
      let canary = Canary(text: (kind == .token ? "ghp_" : "") + body, hidden: body)
      made.append(canary)
      return canary
    }
  }

  /// A number below a bound, for tests that choose at random.
  public mutating func number(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(bound))
  }

  private mutating func run(_ count: Int, of alphabet: [Character]) -> String {
    String((0..<count).map { _ in alphabet[number(below: alphabet.count)] })
  }

  private static let consonants = Array("bcdfghjkmnpqrtvwxz")
  private static let digits = Array("0123456789")
  private static let marks = Array("!%&/\\\"'+#=-_ ;@~")
}
