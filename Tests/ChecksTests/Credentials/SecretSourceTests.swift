import Checks
import Foundation
import Testing

@Suite struct SecretSourceTests {
  static let system = SecretSource { count in
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  @Test("10,000 tokens: 256 bits each, no repeats, every digit as often as the others")
  func tokens() throws {
    var seen: Set<String> = []
    var counts: [UInt8: Int] = [:]
    for _ in 0..<10_000 {
      let token = try Self.system.token()
      #expect(token.utf8.count == 64)
      seen.insert(token)
      for digit in token.utf8 { counts[digit, default: 0] += 1 }
    }
    #expect(seen.count == 10_000)
    #expect(Set(counts.keys) == Set("0123456789abcdef".utf8))
    // Chi-square with 15 degrees of freedom: above 60 by chance once in two million runs.
    let expected = 640_000.0 / 16
    let square = counts.values.reduce(0.0) { $0 + pow(Double($1) - expected, 2) / expected }
    #expect(square < 60)
    #expect(SecretSource.byteCount * 8 == 256)
  }

  static let broken: [(name: String, source: SecretSource)] = [
    ("no bytes", SecretSource { _ in nil }),
    ("too few", SecretSource { _ in [1, 2, 3, 4, 5, 6] }),
    ("too many", SecretSource { [UInt8](repeating: 7, count: $0 + 1) }),
    ("zeroes", SecretSource { [UInt8](repeating: 0, count: $0) }),
    ("four values", SecretSource { (0..<$0).map { UInt8($0 % 4) } }),
  ]

  @Test("A system without random numbers is an error, never a token", arguments: broken.indices)
  func failure(_ index: Int) {
    #expect(throws: SecretSource.Failure.self) { try Self.broken[index].source.token() }
  }
}
