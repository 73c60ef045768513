import Checks
import ConfigSchema
import Testing

/// FM-32: what stands where a credential belongs is told by its look, and a credential is not.
@Suite struct PlaceholderShapeTests {
  private static func match(_ value: String, _ field: CredentialField) -> Placeholder? {
    PlaceholderCatalogue.match(value, as: field, release: "2026.4.22")
  }

  static let shapes: [(String, Placeholder.Kind)] = [
    ("changeme", .pattern), ("CHANGE_ME", .pattern), ("change-this-secret", .pattern),
    ("changeit", .pattern), ("change it please", .pattern), ("replace-me-now", .pattern),
    ("REPLACE_ME", .pattern), ("replace_with_real_token", .pattern), ("replaceme", .pattern),
    ("insert-your-key", .pattern), ("put-token-here", .pattern), ("ENTER_PASSWORD", .pattern),
    ("set-a-secret", .pattern), ("fill-this-in", .pattern), ("add your key", .pattern),
    ("your-gateway-token", .pattern), ("YOUR_SECRET_KEY_HERE", .pattern),
    ("my_secret_key", .pattern), ("the token goes here", .pattern), ("some-password", .pattern),
    ("a-token", .pattern), ("an_api_key", .pattern), ("token-here", .pattern),
    ("API_KEY_HERE", .pattern), ("secret placeholder", .pattern), ("tokenvalue", .pattern),
    ("gateway-token-goes-here", .pattern), ("<gateway token>", .pattern), ("<TOKEN>", .pattern),
    ("[your token]", .pattern), ("[INSERT]", .pattern),
    ("{{ gateway.token }}", .unexpandedReference), ("{{TOKEN}}", .unexpandedReference),
    ("%TOKEN%", .unexpandedReference), ("%GATEWAY_TOKEN_1%", .unexpandedReference),
    ("$OPENCLAW_GATEWAY_TOKEN", .unexpandedReference), ("$_X9", .unexpandedReference),
    ("${gateway_token}", .unexpandedReference), ("${Token}", .unexpandedReference),
    ("${TOKEN:-default}", .unexpandedReference), ("${ TOKEN }", .unexpandedReference),
    ("$${TOKEN}", .unexpandedReference),
    ("$(cat /run/secrets/token)", .unexpandedReference),
    ("abc...", .pattern), ("abc…", .pattern), ("****", .redactionMark), ("••••••", .redactionMark),
    ("‹token 1›", .redactionMark), ("__openclaw_redacted__", .redactionMark),
    ("[REDACTED]", .redactionMark), ("xxxx", .pattern), ("XXXXXXXX", .pattern),
    ("xoxb-xxxxxxxxxxxx", .pattern), ("0", .pattern), ("000000", .pattern),
    ("aaaaaaaa", .pattern), ("éééééééé", .pattern), ("Password", .pattern), ("HUNTER2", .pattern),
    ("sample-not-real", .pattern), ("MY-SAMPLE_EXAMPLE", .pattern), ("  changeme\u{A0}", .pattern),
  ]

  @Test(
    "FM-32: a shape is recognised in every secret of the gateway", arguments: shapes,
    [CredentialField.gatewayToken, .gatewayPassword, .hooksToken, .remoteToken])
  func recognised(_ shape: (value: String, kind: Placeholder.Kind), _ field: CredentialField) {
    #expect(Self.match(shape.value, field)?.kind == shape.kind)
  }

  @Test(
    "What OpenClaw replaces, and what only resembles a placeholder, is none",
    arguments: [
      "", "   ", "${OPENCLAW_GATEWAY_TOKEN}", " ${_X} ", "${A}-${B}", "x${TOKEN}",
      "exchange-method",
      "changes-in-weather", "changeling", "replacement-part-7", "settler-of-catan-9",
      "enterprise-grade-7", "additional-cheese", "mystery-of-the-deep", "another-quiet-evening",
      "heretoken", "correct horse battery staple", "donkey-placeholders", "5 <b> 6", "<a><b>",
      "[a][b]", "$lower", "$5.00", "100%", "%a%", "{ x }", "$()", "a.b..c", "xxx", "0x0", "aaaaaaa",
      "tokenize-here-now", "example-of-mine", "9f**", "**",
    ])
  func silent(_ value: String) {
    for field in CredentialField.allCases { #expect(Self.match(value, field) == nil, "\(field)") }
  }

  @Test("Random credentials are none", arguments: CredentialField.allCases)
  func random(_ field: CredentialField) {
    var generator = TokenGenerator(seed: 32)
    for _ in 0..<2_000 {
      for value in [
        generator.text(48, of: TokenGenerator.hex), generator.text(64, of: TokenGenerator.hex),
        generator.text(43, of: TokenGenerator.url), generator.realistic(),
      ] {
        #expect(Self.match(value, field) == nil, "\(value)")
      }
    }
  }

  @Test("A report names a class: there are these, and no others")
  func phrases() {
    let values = Self.shapes.map(\.0) + PlaceholderTableTests.rows.map(\.value)
    var phrases: Set<String> = []
    for release: Release in ["2026.4.11", "2026.4.12"] {
      for value in values {
        for field in CredentialField.allCases {
          if let found = PlaceholderCatalogue.match(value, as: field, release: release) {
            phrases.insert(found.phrase)
          }
        }
      }
    }
    #expect(
      phrases.sorted() == [
        "a description in brackets that stands for a value",
        "a reference in a form that OpenClaw does not replace",
        "a text that asks to be replaced",
        "a value that was cut off",
        "a value that was made up for documentation",
        "a word that is among the first to be guessed",
        "an example value from OpenClaw's documentation",
        "an example value that OpenClaw has published",
        "an example value that the gateway refuses",
        "one character, repeated",
        "the label of a hidden value",
      ])
  }

  @Test("Long hostile values cost no more than their length")
  func hostile() {
    for piece in ["a", "-", "{{", "$", "${", "replace-", "your-", "key-here", "<", "é", "…", "x*"] {
      let value = String(repeating: piece, count: 100_000)
      let time = ContinuousClock().measure { _ = Self.match(value, .gatewayToken) }
      #expect(time < .seconds(20), "\(piece)")
    }
  }
}
