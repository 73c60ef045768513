/// Makes strings that look like the credentials of real services and open nothing.
///
/// They are made at run time, so that no scanner of repositories takes them for leaks.
struct TokenGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  static let hex = Array("0123456789abcdef")
  static let digits = Array("0123456789")
  static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
  static let url = letters + ["-", "_"]

  /// A random text.
  mutating func text(_ count: Int, of characters: [Character]) -> String {
    String((0..<count).map { _ in characters[Int(next() % UInt64(characters.count))] })
  }

  /// A text in the form of one of many services.
  mutating func realistic() -> String {
    switch next() % 10 {
    case 0: "sk-proj-" + text(48, of: Self.url)
    case 1: "sk-ant-api03-" + text(93, of: Self.url) + "AA"
    case 2: "xoxb-\(text(12, of: Self.digits))-" + text(24, of: Self.letters)
    case 3: text(10, of: Self.digits) + ":AA" + text(33, of: Self.url)
    case 4: "AIza" + text(35, of: Self.url)
    case 5: "ghp_" + text(36, of: Self.letters)
    case 6: text(26, of: Self.letters) + "." + text(6, of: Self.url) + "." + text(38, of: Self.url)
    case 7: "tvly-" + text(32, of: Self.letters)
    case 8: text(43, of: Self.letters) + "="
    default: [8, 4, 4, 4, 12].map { text($0, of: Self.hex) }.joined(separator: "-")
    }
  }
}
