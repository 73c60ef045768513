import ConfigDocument
import Diagnostics
import Testing

/// What a reader is told of one mistake.
struct ExpectedError: Equatable, Sendable {
  /// Line and column.
  let place: String
  /// Bytes that are marked.
  let length: Int
  let code: String
  let message: String
  let help: String
  /// Line and column of the other place and what is there.
  let related: String?

  init(
    _ place: String, length: Int, _ code: String, _ message: String, help: String,
    related: String? = nil
  ) {
    self.place = place
    self.length = length
    self.code = code
    self.message = message
    self.help = help
    self.related = related
  }

  init(_ error: SyntaxError) {
    self.init(
      "\(error.span.line):\(error.span.column)", length: error.span.range.count, error.code,
      error.message, help: error.help,
      related: error.related.map { "\($0.span.line):\($0.span.column) \($0.note)" })
  }
}

/// A malformed text and everything that is said of it.
struct SyntaxCase: CustomTestStringConvertible, Sendable {
  let name: String
  let text: String
  let errors: [ExpectedError]
  var testDescription: String { name }

  init(_ name: String, _ text: String, _ errors: ExpectedError...) {
    self.name = name
    self.text = text
    self.errors = errors
  }

  static let all =
    commaAndBracketCases + stringCases + foreignTextCases + keyAndValueCases + wordCases
}

@Suite struct SyntaxErrorTests {
  static func errors(_ bytes: [UInt8]) -> [SyntaxError] {
    do throws(SyntaxFailure) {
      _ = try ConfigDocument(parsing: bytes)
      return []
    } catch {
      return error.errors
    }
  }

  @Test(
    "FM-28: one mistake gives one error, at its place and in these words", arguments: SyntaxCase.all
  )
  func errors(of example: SyntaxCase) {
    let found = Self.errors(Array(example.text.utf8))
    #expect(found.map { ExpectedError($0) } == example.errors)
  }

  @Test("FM-28: no message holds a word of the text", arguments: SyntaxCase.all)
  func secrecy(of example: SyntaxCase) {
    // The words of each example are replaced by one that no message of ours has.
    let secret = example.text.replacing(/[a-z]{3,}/, with: "qzvxj")
    for error in Self.errors(Array(secret.utf8)) {
      let words = error.message + error.help + (error.related?.note ?? "")
      #expect(!words.contains("qzvxj"))
    }
  }

  @Test(
    "FM-28, FM-50: bytes that are no UTF-8 text are named",
    arguments: [
      ([0xFF, 0xFE, 0x7B, 0], "utf-16"), ([0xFE, 0xFF, 0, 0x7B], "utf-16"),
      ([0x7B, 0, 0x7D, 0], "utf-16"), ([0, 0x7B, 0, 0x7D], "utf-16"),
      ([0xFF, 0xFE, 0, 0, 0x7B, 0, 0, 0], "utf-32"), ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x7B], "utf-32"),
      ([0x7B, 0, 0, 0, 0x7D, 0, 0, 0], "utf-32"), ([0, 0, 0, 0x7B, 0, 0, 0, 0x7D], "utf-32"),
      ([0x7B, 0x61, 0x3A, 0, 0x7D], "nul-byte"), ([0x7B, 0x2F, 0x2F, 0, 0x7D], "nul-byte"),
      ([0x7B, 0x22, 0xFC, 0x22, 0x3A, 0x31, 0x7D], "invalid-utf8"),
      ([0x7B, 0x2F, 0x2A, 0xFC, 0x2A, 0x2F, 0x7D], "invalid-utf8"),
      ([0xFF], "invalid-utf8"),
      ([0x7B, 0x22, 0xED, 0xA0, 0x80, 0x22, 0x3A, 0x31, 0x7D], "invalid-utf8"),
    ] as [([UInt8], String)])
  func encodings(bytes: [UInt8], code: String) {
    #expect(Self.errors(bytes).map(\.code) == [code])
  }

  @Test(
    "FM-28, FM-50: what looks wrong and is right is read",
    arguments: [
      "{\u{A0}a:\u{A0}1 }", "{ a: \"tab\tin it\" }", "\u{FEFF}{ a: 1 }", "{\r\n a: 1,\r\n}\r\n",
      "{ a: 'C:\\Dir' }", "{ a: +.5, b: 5., c: -Infinity, d: 0xfF }", "{ \\u0061: 1 }",
      "{ a: 'one \\\n two' }", "{ 名前: 1, é: 2 } // end",
    ])
  func valid(text: String) {
    #expect(Self.errors(Array(text.utf8)) == [])
  }

  @Test("FM-28: brackets that are too deep are refused where they are")
  func tooDeep() {
    let text = String(repeating: "[", count: ConfigDocument.depthLimit + 1)
    let found = Self.errors(Array(text.utf8)).map { ExpectedError($0) }
    #expect(found.map(\.code) == ["too-deep"])
    #expect(found.map(\.place) == ["1:1001"])
    #expect(throws: Never.self) {
      let depth = ConfigDocument.depthLimit
      let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      _ = try ConfigDocument(parsing: Array(text.utf8))
    }
  }
}
