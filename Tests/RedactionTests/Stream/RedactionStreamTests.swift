import Testing

@testable import Redaction

@Suite struct RedactionStreamTests {
  /// Windows that make every second text straddle a border.
  static let tight = RedactionStream.Sizes(window: 3072, lookahead: 1024)

  @Test(arguments: TokenFormatsTests.samples)
  func aTokenIsHiddenAsInAnyText(sample: TokenFormatsTests.Sample) {
    for text in [
      "before \(sample.token) behind", sample.token, "'\(sample.token)'\n", "x=\(sample.token)&",
    ] {
      var redactor = Redactor()
      #expect(StreamText.redact(text) == redactor.redact(text: text).text)
    }
    let shown = StreamText.redact("a\\n\(sample.token)\n")
    let size = sample.label == "api-key" && sample.token.utf8.count < 16 ? "short-" : ""
    #expect(shown == "a\\n\(sample.label == "-" ? sample.token : "‹\(size)\(sample.label) 1›")\n")
  }

  @Test(arguments: [
    ("token=abcdef", "token=‹short-token 1›"),
    ("{\"apiKey\":\"a b\"}", "{\"apiKey\":\"‹short-api-key 1›\"}"),
    ("{\\\"token\\\":\\\"a\\\\\\\"b\\\"}", "{\\\"token\\\":\\\"‹short-token 1›\\\"}"),
    ("Authorization: Bearer abc1", "Authorization: Bearer ‹short-header 1›"),
    ("using Bearer abcdefghijklmnop.", "using Bearer ‹token 1›"),
    ("curl --api-key abc1 -v", "curl --api-key ‹short-api-key 1› -v"),
    ("postgres://me:pw@db/x", "postgres://‹url-credential 1›@db/x"),
    ("GET /cb?code=abc&state=1", "GET /cb?code=‹url-credential 1›&state=1"),
    ("Set-Cookie: a=b; Path=/\nnext", "Set-Cookie: ‹short-header 1›\nnext"),
    ("DB_PASSWORD=x OPENAI_KEY=y", "DB_PASSWORD=‹short-password 1› OPENAI_KEY=‹short-key 1›"),
    ("key hP4dW9kLmQ2vXs7TbR5nYc3JfG8z", "key ‹random 1›"),
    ("token=sk-abcdefgh12 sk-abcdefgh12", "token=‹short-api-key 1› ‹short-api-key 1›"),
    ("token=${TOKEN} ‹token 4›", "token=${TOKEN} ‹token 4›"),
    (
      "serviceAccount: 'a' connectionString=b",
      "serviceAccount: '‹service-account 1›' connectionString=‹short-credential 1›"
    ),
    (
      "a: 1\n-----BEGIN PRIVATE KEY-----\nMII\n-----END PRIVATE KEY-----\nb",
      "a: 1\n‹private-key 1›\nb"
    ),
  ])
  func aSecretIsHidden(text: String, shown: String) {
    #expect(StreamText.redact(text) == shown)
  }

  @Test(arguments: [
    "commit 12112952a38f86bd3d823f34f8ae0dabe1b575fc", "id 7c4a6d2a-2ed9-4b4e-a5e2-4d705ee9b34c",
    "integrity sha512-/YNWeOH56WU2WvHD+5zu4sxRzlBoK5Vwcg8eQV4hNjEZcA==",
    "x@sha256:00112233445566778899aabbccddeeff00112233", "tokens=512 pass: 12 maxTokens: 4096",
    "req_011CSHoEeqs5C35K2UUqR7Fy toolu_01A09q90qw90lq917835lq9z",
    "SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8",
    "golang.org/x v0.1 h1:KENGx2TR4Ks2mPLyDbVyhY8Hk0DFLlXsZDAmJYYzMps=",
    "requestId=Zk3JfG8zhP4dW9kLmQ2vXs7TbR5n",
    "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7",
    "aGVsbG8gd29ybGQgaG93IGFyZSB5b3UgMTIzNDU2Nzg5MCBhYmNkZWZnaGlqa2xtbm9wcXJz\nZm9vYmFyYmF6MTIzNDU2Nzg5MEFCQ0RFRkdISUpLTE1OT1BRUlNUVVZXWFlaYWJj\nZGVm\n",
    "worker-7d9f8b6c5d-x2k4p at Object.<anonymous> (/app/node_modules/.pnpm/a@1.0.0/index.js:12:34)",
  ])
  func whatLogsAreFullOfIsShown(text: String) {
    #expect(StreamText.redact(text) == text)
  }

  @Test("A random run is found wherever it stands, with words of names in it", arguments: 0..<24)
  func runs(offset: Int) {
    for run in ["aB3passK9xQ2tokenZ7wL4vN", "hP4dW9kLmQ2vXs7TbR5nYc3J", "pA55T0kEn9Q2secretX7wL4v"]
    {
      let before = String(repeating: ". ", count: offset) + (offset % 2 == 0 ? "" : "-:")
      #expect(StreamText.redact("\(before)\(run) b") == "\(before)‹random 1› b", "\(offset)")
    }
  }

  @Test("The pieces in which a text comes make no difference", arguments: UInt64(1)...12)
  func chunks(seed: UInt64) {
    var source = StreamText(seed: seed)
    let text = source.text(pieces: 400)
    let stream = RedactionStream(
      knowing: StreamText.knowing(["kanarien-vogel-7"]), showsInvisible: seed % 2 == 0,
      sizes: seed % 3 == 0 ? .init() : Self.tight)
    let whole = StreamText.redact(text, with: stream)
    for longest in [1, 7, 300, 5000] as [UInt64] {
      let sizes = { Int(source.next() % longest) + 1 }
      #expect(StreamText.redact(text, in: sizes, with: stream) == whole, "pieces up to \(longest)")
    }
  }

  @Test("Where a window ends makes no difference", arguments: UInt64(1)...12)
  func windows(seed: UInt64) {
    var source = StreamText(seed: seed &+ 1000)
    let text = source.text(pieces: 200)
    let wide = RedactionStream.Sizes(window: 1 << 18, lookahead: Self.tight.lookahead)
    let whole = StreamText.redact(text, with: RedactionStream(knowing: Redactor(), sizes: wide))
    // Blanks in front move each place of the text to another place of a window.
    for count in [0, 1, 100, 777, 2047, 2048, 2049] {
      let blanks = [UInt8](repeating: 0x20, count: count)
      let stream = RedactionStream(knowing: Redactor(), sizes: Self.tight)
      #expect(StreamText.redact(blanks + text, with: stream) == blanks + whole, "\(count) blanks")
    }
  }

  @Test("Lines that are given out early are the same lines", arguments: UInt64(1)...12)
  func flushing(seed: UInt64) {
    var source = StreamText(seed: seed &+ 2000)
    let text = source.lines(pieces: 300)
    let stream = RedactionStream(
      knowing: StreamText.knowing(["kanarien-vogel-7", "finken\nvogel und zeisig"]),
      showsInvisible: seed % 2 == 0)
    let whole = StreamText.redact(text, with: stream)
    for longest in [9, 90, 900] as [UInt64] {
      var stream = stream
      var output: [UInt8] = []
      var position = 0
      while position < text.count {
        let end = min(text.count, position + Int(source.next() % longest) + 1)
        stream.redact(Array(text[position..<end]), into: &output)
        stream.flush(into: &output)
        position = end
      }
      stream.finish(into: &output)
      let shown = String(decoding: output, as: UTF8.self)
      #expect(shown == String(decoding: whole, as: UTF8.self), "pieces up to \(longest)")
    }
  }

  @Test func aLineIsGivenOutWhenItIsCertain() {
    var stream = RedactionStream(knowing: StreamText.knowing(["zeisig\nvogel"]))
    for (line, shown) in [
      ("12:00 listening on 8080\n", "12:00 listening on 8080\n"), ("half a line", ""),
      (", token=abc123\n", "half a line, token=‹short-token 2›\n"), ("\"token\":\n", ""),
      (" \"abc123\"\n", "\"token\":\n \"‹short-token 2›\"\n"), ("a zeisig\n", "a "),
      ("vogel b\n", "‹short-token 1› b\n"), ("-----BEGIN PRIVATE KEY-----\n", ""),
      ("Proc-Type: 4\n", ""),
      ("-----END PRIVATE KEY-----\nx\n", "‹private-key 1›\nx\n"),
    ] {
      var output: [UInt8] = []
      stream.redact(Array(line.utf8), into: &output)
      stream.flush(into: &output)
      #expect(String(decoding: output, as: UTF8.self) == shown, "after \(line)")
    }
  }

  @Test(
    "A secret longer than all that is at hand is hidden whole",
    arguments: [
      ("sk-", "\n", "api-key"), ("token=\"", "\"", "token"), ("token=", " ", "token"),
      ("Cookie: ", "\n", "header"), ("?sig=", "#", "url-credential"),
      ("Bearer ", "\n", "token"), ("\\\"token\\\":\\\"", "\\\"", "token"),
      ("eyJabcdefghij.eyJabcdefghij.", " ", "jwt"),
    ])
  func endless(before: String, behind: String, label: String) {
    let secret = String(repeating: "aB3xY", count: 400_000)
    let text = "see \(before)\(secret)\(behind) and \(before)zeisigvogel12345678\(behind)."
    let shown = StreamText.redact(text)
    #expect(!shown.contains("aB3"))
    #expect(shown.utf8.count < 120, "\(shown.prefix(200))")
    #expect(shown.hasPrefix("see "))
    let hasSize = ["api-key", "token", "header"].contains(label)
    #expect(shown.contains(hasSize ? "‹long-\(label) 1›" : "‹\(label) 1›"), "\(shown)")
    #expect(shown.contains(hasSize ? "‹\(label) 1›" : "‹\(label) 2›"), "\(shown)")
  }

  @Test func aKeyOverManyLinesIsHidden() {
    let line = String(repeating: "MIIEowIBAAKCAQEA", count: 4)
    let body = [String](repeating: "app_1 | \(line)", count: 3000).joined(separator: "\n")
    for end in ["-----END RSA PRIVATE KEY-----\n", "", "2026-01-01 12:00:00 listening on 8080\n"] {
      let text = "a\n-----BEGIN RSA PRIVATE KEY-----\n\(body)\n\(end)next line here\n"
      let shown = StreamText.redact(text)
      #expect(!shown.contains("MII"))
      #expect(shown.hasPrefix("a\n‹private-key 1›") && shown.hasSuffix("next line here\n"))
    }
    let mention = "expected \"-----BEGIN PRIVATE KEY-----\" but got nothing\nnext"
    #expect(StreamText.redact(mention) == "expected \"‹private-key 1›\" but got nothing\nnext")
  }

  @Test("Bytes that are no text come out as they are", arguments: UInt64(1)...8)
  func binary(seed: UInt64) {
    var source = StreamText(seed: seed)
    // Without the bytes that could begin something that is hidden.
    let noise = (0..<300_000).map { _ in UInt8(truncatingIfNeeded: source.next() >> 16) }
      .map { $0 >= 0x20 && $0 < 0x7F ? 0 : $0 }
    let secret = Array("sk-kanarienvogel".utf8)
    let output = StreamText.redact(
      noise + secret + noise, with: RedactionStream())
    #expect(output == noise + Array("‹api-key 1›".utf8) + noise)
  }

  @Test func whatCannotBeSeenIsWritten() {
    let text = "a\u{200B}b\u{202E}c\u{1B}[0m ü😀\t\u{FEFF}\r\n"
    let stream = RedactionStream(showsInvisible: true)
    for size in [1, 2, 3, 100] {
      let output = StreamText.redact(Array(text.utf8), in: { size }, with: stream)
      #expect(
        String(decoding: output, as: UTF8.self)
          == "a\\u{200b}b\\u{202e}c\\u{1b}[0m ü😀\t\\u{feff}\r\n")
    }
    #expect(StreamText.redact(text) == text)
    let broken: [UInt8] = [0xE2, 0x80, 0x41, 0xFF, 0xF0, 0x9F]
    #expect(StreamText.redact(broken, with: stream) == broken)
  }

  @Test func kindsAreCounted() {
    var stream = RedactionStream()
    var output: [UInt8] = []
    stream.redact(Array("token=abcdef token=abcdef sk-abcdefgh12".utf8), into: &output)
    stream.finish(into: &output)
    #expect(stream.counts == ["short-token": 2, "short-api-key": 1])
    stream.redact(Array("token=abcdef".utf8), into: &output)
    stream.finish(into: &output)
    #expect(String(decoding: output, as: UTF8.self).hasSuffix("token=‹short-token 1›"))
  }

  @Test func manySecretsTakeBoundedMemoryAndNoNumberTwice() {
    var text = ""
    for number in 0..<40_000 { text += "token=\(number)abcdef\n" }
    let shown = StreamText.redact(text)
    #expect(shown.contains("‹short-token 1›") && shown.contains("‹short-token 40000›"))
  }
}
