import Checks
import Testing

/// How hard shared secrets are to guess.
@Suite struct CredentialStrengthTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let value: String
    let bits: Int
    let isTooShort: Bool
    var testDescription: String { "\(value): \(bits)" }

    init(_ value: String, bits: Int, isTooShort: Bool) {
      self.value = value
      self.bits = bits
      self.isTooShort = isTooShort
    }
  }

  static let cases = [
    Case("a", bits: 4, isTooShort: true),
    Case("123456", bits: 6, isTooShort: true),
    Case("7301946285", bits: 33, isTooShort: true),
    Case("ffffffffffffffffffffffff", bits: 4, isTooShort: false),
    Case("abcdefghijklmnopqrstuvwxyz", bits: 9, isTooShort: false),
    Case("0123456789012345678901234567890123456789", bits: 6, isTooShort: false),
    Case("tr8Wtr8Wtr8Wtr8Wtr8Wtr8W", bits: 23, isTooShort: false),
    Case("abababababababababababababab", bits: 8, isTooShort: false),
    Case("Tr0ub4dor&3", bits: 72, isTooShort: true),
    Case("7a01c4be93d82f56", bits: 64, isTooShort: true),
    Case("  7a01c4be93d82f56\n", bits: 64, isTooShort: true),
    Case("7a01c4be93d82f5", bits: 60, isTooShort: true),
    Case("пароль", bits: 39, isTooShort: true),
  ]

  @Test("A value has this strength", arguments: cases)
  func strength(_ example: Case) throws {
    let strength = try #require(CredentialStrength(example.value, as: .gatewayToken))
    #expect(strength.estimatedBits == example.bits)
    #expect(strength.isWeak == (example.bits < 64))
    #expect(strength.isTooShort == example.isTooShort)
  }

  @Test("24 characters are not too short, 23 are")
  func border() throws {
    var generator = TokenGenerator(seed: 1)
    for (count, isTooShort) in [(23, true), (24, false)] {
      let value = generator.text(count, of: TokenGenerator.letters)
      let strength = try #require(CredentialStrength(value, as: .hooksToken))
      #expect(strength.length == count)
      #expect(strength.isTooShort == isTooShort)
    }
  }

  @Test("Random tokens are strong, the shortest that OpenClaw does not warn of too")
  func random() throws {
    var generator = TokenGenerator(seed: 2)
    for _ in 0..<2_000 {
      for value in [
        generator.text(48, of: TokenGenerator.hex), generator.text(24, of: TokenGenerator.hex),
        generator.text(24, of: TokenGenerator.digits), generator.text(43, of: TokenGenerator.url),
      ] {
        let strength = try #require(CredentialStrength(value, as: .gatewayPassword))
        #expect(!strength.isTooShort)
        if value.count != 24 || !value.allSatisfy(\.isNumber) {
          #expect(!strength.isWeak, "\(value)")
        }
      }
    }
  }

  @Test(
    "Only the gateway's own secrets are measured",
    arguments: CredentialField.allCases)
  func fields(_ field: CredentialField) {
    let isMeasured = [.gatewayToken, .gatewayPassword, .hooksToken].contains(field)
    #expect((CredentialStrength("abc", as: field) != nil) == isMeasured)
    #expect(CredentialStrength("", as: field) == nil)
    #expect(CredentialStrength("${OPENCLAW_GATEWAY_TOKEN}", as: field) == nil)
  }

  @Test("A huge value is measured in linear time", arguments: ["a", "ab", "aab", "a1-Z"])
  func huge(_ piece: String) {
    let value = String(repeating: piece, count: 100_000) + "q"
    let time = ContinuousClock().measure { _ = CredentialStrength(value, as: .gatewayToken) }
    #expect(time < .seconds(20))
  }
}
