import Foundation
import Testing

@testable import Redaction

/// Secrets that a config holds, in the ways in which texts spell them.
@Suite struct ExactSecretsTests {
  static let secrets = [
    "kanarien-vogel", "zeisig/vögel 7", "a\"b\\c'd\ne", "123456", "%41%42 x+y",
    "--demo--not-a-secret~",
    "fink&vogel=1?2#3", "🐦 pieps pieps",
  ]

  static func spellings(_ secret: String) -> [String: String] {
    let bytes = Array(secret.utf8)
    var spellings = [
      "plain": secret,
      "url": bytes.map { byte in
        byte.isAlphanumeric
          ? String(UnicodeScalar(byte)) : "%" + hex([byte]).uppercased()
      }.joined(),
      "url small": bytes.map { "%" + hex([$0]) }.joined(),
      "url twice": bytes.map { "%25" + hex([$0]) }.joined(),
      "hex": hex(bytes), "HEX": hex(bytes).uppercased(),
      "x": bytes.map { "\\x" + hex([$0]) }.joined(),
    ]
    if secret.utf8.allSatisfy({ $0 < 128 }) {
      spellings["u"] = bytes.map { "\\u00" + hex([$0]) }.joined()
      spellings["json"] = escaped(secret)
      spellings["json in json"] = escaped(escaped(secret))
      spellings["slashes"] = escaped(secret).split(
        separator: "/", omittingEmptySubsequences: false
      ).joined(separator: "\\/")
    }
    for offset in 0..<3 {
      for tail in ["", "!", "!?"] {
        let prefix = String(repeating: "<", count: offset)
        let encoded = Data((prefix + secret + tail).utf8).base64EncodedString()
        spellings["base64 \(offset)\(tail)"] = encoded
        spellings["base64url \(offset)\(tail)"] = String(
          encoded.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 })
        spellings["base64 lines \(offset)\(tail)"] = String(
          encoded.enumerated().flatMap { $0 > 0 && $0 % 5 == 0 ? ["\n", $1] : [$1] })
      }
    }
    return spellings
  }

  static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
  }

  static func escaped(_ text: String) -> String {
    JSONText.escaped(text, quote: "\"")
  }

  @Test(arguments: secrets)
  func aSpellingIsFound(secret: String) {
    for (kind, spelling) in Self.spellings(secret) {
      let text = "data <\(spelling)> behind"
      let shown = StreamText.redact(text, knowing: [secret])
      #expect(shown.contains("token 1›"), "\(kind): \(spelling) is shown as \(shown)")
      // Of Base64 the characters around the secret may stay.
      let inner = kind.hasPrefix("base64") ? spelling.dropFirst(2).dropLast(9) : spelling[...]
      #expect(
        Canary.survivor(of: String(inner), in: shown) == nil,
        "\(kind): \(spelling) is shown as \(shown)")
      #expect(shown.hasPrefix("data <") && shown.hasSuffix("> behind"))
    }
  }

  @Test func aWordIsHiddenOnlyByItself() {
    #expect(
      StreamText.redact("fink telegram, telegrams", knowing: ["telegram"])
        == "fink ‹short-token 1›, telegrams")
  }

  @Test func aLongSecretIsFoundWhole() {
    let secret = (0..<900).map { "finke \($0)" }.joined(separator: ";")
    let shown = StreamText.redact("x=<\(secret)>", knowing: [secret])
    #expect(Canary.survivor(of: secret, in: shown) == nil)
  }

  @Test func anotherTextIsLeftAlone() {
    let text = "kanarien-voge kanarien%2Dvoge \\u006banarien"
    #expect(StreamText.redact(text, knowing: ["kanarien-vogel"]) == text)
  }
}
