import ConfigDocument
import Diagnostics
import Testing

@testable import Redaction

@Suite struct RedactorTests {
  static let vogel = Canary.plain

  @Test(arguments: [
    // Equal secrets get equal labels; layout, order, comments and trailing commas stay.
    (
      "{\n  // the gateway\n  token: 'V', // V again\n\tpassword: \"W\",\n  b: { token: 'V', },\n}\n",
      "{\n  // the gateway\n  token: '‹token 1›', // ‹token 1› again\n\tpassword: \"‹password 1›\","
        + "\n  b: { token: '‹token 1›', },\n}\n"
    ),
    // A comment and a key before the value that they repeat.
    ("/* V */ { 'V': 1, token: 'V' }", "/* ‹token 1› */ { '‹token 1›': 1, token: '‹token 1›' }"),
    // References inside of a value are shown, the rest is not.
    ("{ token: 'V${A_B}W' }", "{ token: '‹token 1›${A_B}‹token 2›' }"),
    ("{ token: '${lower}' }", "{ token: '‹short-token 1›' }"),
    ("{ url: 'https://${U}:${P}@h/' }", "{ url: 'https://${U}:${P}@h/' }"),
    // Labels and the sentinel of OpenClaw are no secrets.
    ("{ token: '‹token 1›' }", "{ token: '‹token 1›' }"),
    ("{ token: '‹V 1›' }", "{ token: '‹token 1›' }"),
    // Escapes and line continuations hide nothing from us.
    ("{ a: '\\u0073k-abcdefghijklm' }", "{ a: '‹api-key 1›' }"),
    ("{ a: 's\\\nk-abcdefghijklm' }", "{ a: '‹api-key 1›' }"),
    ("{ t\\u006fken: 'V' }", "{ t\\u006fken: '‹token 1›' }"),
    ("{ a: 'x \\'y\\' sk-abcdefghijklm' }", "{ a: 'x \\'y\\' ‹api-key 1›' }"),
    (
      "{ token: { source: 'env', id: 'V' } }", "{ token: { source: 'env', id: '‹token 1›' } }"
    ),
    // Commented-out fields in any spelling.
    ("{ // \"token\": \"V\",\n }", "{ // \"token\": \"‹token 1›\",\n }"),
    ("{ // botToken: 'V W',\n }", "{ // botToken: '‹token 1›',\n }"),
    ("{ /* OPENAI_API_KEY=V */ }", "{ /* OPENAI_API_KEY=‹api-key 1› */ }"),
    ("{ // run it with --token V\n }", "{ // run it with --token ‹token 1›\n }"),
    ("{ // Authorization: Bearer V\n }", "{ // Authorization: Bearer ‹header 1›\n }"),
    ("{ // https://me:V@host.example/\n }", "{ // https://‹url-credential 1›@host.example/\n }"),
    // JSON inside of a string, twice.
    (#"{ a: "{\"token\":\"V\"}" }"#, #"{ a: "{\"token\":\"‹token 1›\"}" }"#),
    (#"{ a: "{\\\"token\\\":\\\"V\\\"}" }"#, #"{ a: "{\\\"token\\\":\\\"‹token 1›\\\"}" }"#),
  ])
  func exactOutput(input: String, expected: String) throws {
    let fill = { (text: String) in
      text.replacing("V", with: Self.vogel).replacing("W", with: "zeisig" + "-fink-amsel")
    }
    // The labels hold no V or W.
    let output = try Canary.redacted(fill(input))
    #expect(output == fill(expected))
    #expect(try Canary.redacted(output) == output)
  }

  @Test(arguments: ["//", "block", "one line", "value"])
  func aPrivateKeyIsHidden(place: String) throws {
    let body = ["MIIEvQIBADAN", "Bgkqhki", "G9w0BAQE=="]
    let lines =
      ["-----BEGIN RSA PRIVATE " + "KEY-----"] + body + ["-----END RSA PRIVATE " + "KEY-----"]
    let text =
      switch place {
      case "//": lines.map { "// " + $0 }.joined(separator: "\n") + "\n{ a: 1 } // kept"
      case "block": "/* " + lines.joined(separator: "\n") + " */ { a: 1 } // kept"
      case "one line": "{ a: 'x " + lines.joined(separator: "\\n") + "' } // kept"
      default: "{ a: 1 } // " + lines.joined(separator: "\\n") + " kept"
      }
    let output = try Canary.redacted(text)
    for line in body { #expect(!output.contains(line)) }
    #expect(output.hasSuffix("kept"))
    _ = try ConfigDocument(parsing: Array(output.utf8))
  }

  @Test func oneValueIsShownByItsPath() throws {
    let document = try ConfigDocument(
      parsing: Array("{ gateway: { auth: { token: '\(Self.vogel)' /* a */ } } }".utf8))
    let path = try ConfigPath(parsing: "gateway.auth")
    let node = try #require(document.node(at: path))
    var redactor = Redactor()
    #expect(redactor.redact(document, node, at: path).text == "{ token: '‹token 1›' /* a */ }")
    #expect(redactor.json(document, node, at: path).text == "{\n  \"token\": \"‹token 1›\"\n}")
  }

  @Test func jsonIsStrict() throws {
    let text = """
      { a: +0x1F, b: .5, c: 5., d: -Infinity, e: NaN, f: 1e9, g: 123456789012345678901, h: {}, i: [],
        j: [1, [2,],], k: 'x"\\x41\\u2028', 'l m': true, n: 1, n: null, o: -.5e3, p: 5.e2,
        q: 0xFFFFFFFFFFFFFFFFFFFF, r: 1, r: { deep: 2 }, s: { deep: 1 }, s: 2 }
      """
    let document = try ConfigDocument(parsing: Array(text.utf8))
    var redactor = Redactor()
    let json = redactor.json(document, document.root, at: .root).text
    #expect(
      json == """
        {
          "a": 31,
          "b": 0.5,
          "c": 5,
          "d": "-Infinity",
          "e": "NaN",
          "f": 1e9,
          "g": 123456789012345678901,
          "h": {},
          "i": [],
          "j": [
            1,
            [
              2
            ]
          ],
          "k": "x\\"A\\u2028",
          "l m": true,
          "n": null,
          "o": -0.5e3,
          "p": 5e2,
          "q": 1208925819614629174706175,
          "r": {
            "deep": 2
          },
          "s": 2
        }
        """)
    #expect(try ConfigDocument(parsing: Array(json.utf8)).syntax == .json)
  }

  @Test func messagesAndPathsHideWhatIsKnown() throws {
    let document = try ConfigDocument(parsing: Array("{ token: 'kanarien/vogel7' }".utf8))
    var redactor = Redactor()
    redactor.learn(document)
    let secret = "kanarien/" + "vogel7"
    let path = ConfigPath([.key("mcp"), .key(secret)])
    #expect(redactor.render(path).text == "mcp[\"‹short-token 1›\"]")
    #expect(
      redactor.render("\(path) and \(outside: "x\u{1B}[31m kanarien\\/vogel7 kanarien%2Fvogel7")")
        .text
        == "`mcp[\"‹short-token 1›\"]` and x\\u{1b}[31m ‹short-token 1› ‹short-token 1›")
    #expect(redactor.redact(text: "a \(secret)b").text == "a ‹short-token 1›b")
  }

  @Test func aPasswordThatIsAWordLeavesKeysAlone() throws {
    #expect(
      try Canary.redacted("{ telegram: 'telegram', password: 'telegram' } // telegram, telegrams")
        == "{ telegram: 'telegram', password: '‹short-password 1›' } // ‹short-password 1›, telegrams"
    )
  }

  @Test func theLongestOfTheKnownSecretsCounts() throws {
    let (short, long) = ("kanarien" + "vogel7", "kanarien" + "vogel7" + "-fink")
    #expect(
      try Canary.redacted("{ token: '\(short)', password: '\(long)' } // \(long), \(short)")
        == "{ token: '‹short-token 1›', password: '‹password 1›' } // ‹password 1›, ‹short-token 1›"
    )
  }

  @Test func labelsAreRecognised() {
    #expect(Redactor.containsLabel("x‹github-token 12›y"))
    #expect(Redactor.containsLabel("‹short-password 1›"))
    #expect(Redactor.containsLabel("‹long-api-key 1›"))
    #expect(Redactor.containsLabel("a __OPENCLAW_REDACTED__ b"))
    for text in [
      "", "‹", "‹quoted›", "‹token›", "‹token x›", "token 1", "‹wordless 1›",
      "‹short-github-token 1›",
      "‹short 1›", "‹tall-token 1›",
    ] {
      #expect(!Redactor.containsLabel(text))
    }
  }

  /// Texts that cost the square of their length if a scanner looks at a byte again and again.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "token=", "token={", "://", "://a:b@", "eyJ", "eyJhbGciOiJ.", "-----BEGIN ", "${A}", "‹",
      "--token ", "Bearer ", "?token=", "sk-", "1", "a/", "\"token\":", "\\", "'token':\\'",
      "-----BEGIN PRIVATE KEY", "AKIA", "1234567:", "token: ",
    ])
  func aHostileTextIsReadInLinearTime(piece: String) {
    var redactor = Redactor()
    let text = String(repeating: piece, count: 8_000 / piece.utf8.count)
    _ = redactor.redact(text: text)
    _ = redactor.excerpt(line: Array(text.utf8))
  }

  @Test func theSentinelStays() throws {
    let text = "{ token: '__OPENCLAW_REDACTED__', a: '__OPENCLAW_REDACTED__' }"
    #expect(try Canary.redacted(text) == text)
  }

  @Test(
    "A mask says whether a secret is short or long, where its name does not",
    arguments: [
      ("token", 1, "short-token"), ("token", 15, "short-token"), ("token", 16, "token"),
      ("token", 127, "token"), ("token", 128, "long-token"), ("password", 5, "short-password"),
      ("serviceAccount", 8, "service-account"),
    ])
  func lengthClass(_ key: String, _ count: Int, _ word: String) throws {
    let secret = String(repeating: "v", count: count)
    #expect(try Canary.redacted("{ \(key): '\(secret)' }") == "{ \(key): '‹\(word) 1›' }")
  }

  @Test func textIsJoined() {
    #expect((RedactedText.ours("a ") + .ours("‹b›")).text == "a ‹b›")
  }
}
