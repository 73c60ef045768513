import Testing

@testable import ConfigSchema

/// Regular expressions of the catalogue.
@Suite struct PatternTests {
  /// A pattern, a text, and whether the one is found in the other.
  struct Case: Sendable, CustomTestStringConvertible {
    let pattern: String
    let text: String
    let isFound: Bool
    var testDescription: String { "\(pattern) in \(text.prefix(20))" }
  }

  static let cases: [Case] = [
    Case(pattern: "^[a-z][a-z0-9_-]{0,63}$", text: "default", isFound: true),
    Case(pattern: "^[a-z][a-z0-9_-]{0,63}$", text: "Default", isFound: false),
    Case(pattern: "^[a-z][a-z0-9_-]{0,63}$", text: "", isFound: false),
    Case(
      pattern: "^[a-z][a-z0-9_-]{0,63}$", text: String(repeating: "a", count: 64), isFound: true),
    Case(
      pattern: "^[a-z][a-z0-9_-]{0,63}$", text: String(repeating: "a", count: 65), isFound: false),
    Case(pattern: "^#?[0-9a-fA-F]{6}$", text: "#00aaFF", isFound: true),
    Case(pattern: "^#?[0-9a-fA-F]{6}$", text: "00aaFF", isFound: true),
    Case(pattern: "^#?[0-9a-fA-F]{6}$", text: "##0aaFF", isFound: false),
    Case(pattern: #"^\+[1-9]\d{1,14}$"#, text: "+4915112345678", isFound: true),
    Case(pattern: #"^\+[1-9]\d{1,14}$"#, text: "+0915112345678", isFound: false),
    Case(pattern: #"^https:\/\/.*"#, text: "https://open.example/é", isFound: true),
    Case(pattern: #"^https:\/\/.*"#, text: "http://open.example", isFound: false),
    Case(pattern: #"^\d+$"#, text: "0123", isFound: true),
    Case(pattern: #"^\d+$"#, text: "12a", isFound: false),
    Case(pattern: #"\d"#, text: "a1b", isFound: true),
    Case(pattern: #"ab+c"#, text: "xxabbbcxx", isFound: true),
    Case(pattern: #"ab+c"#, text: "xxacxx", isFound: false),
    Case(pattern: #"^a{2}$"#, text: "aaa", isFound: false),
    Case(pattern: #"^[a.-]*$"#, text: "a-.-", isFound: true),
  ]

  @Test("A pattern is found where ECMAScript finds it", arguments: cases)
  func match(_ example: Case) throws {
    var text = example.pattern
    let pattern = try #require(text.withUTF8 { Pattern($0) })
    #expect(pattern.matches(Array(example.text.utf8)) == example.isFound)
  }

  @Test(
    "What the engine cannot run is no pattern",
    arguments: ["(a)", "a|b", "[^a]", #"\w"#, "a**", "a{2", "a{3,1}", "[b-a]", "é", "["])
  func refused(_ text: String) {
    var text = text
    #expect(text.withUTF8 { Pattern($0) } == nil)
  }

  @Test("Every pattern of the table of keys can be run")
  func all() throws {
    var count = 0
    for row in try KeyModel.rows() {
      for limit in row.limits.split(separator: ";") {
        let parts = limit.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, parts[0].hasSuffix("pattern") else { continue }
        var text = parts[1]
        #expect(text.withUTF8 { Pattern($0) } != nil, "\(row.path) has \(parts[1])")
        count += 1
      }
    }
    #expect(count > 20)
  }

  @Test("A hostile text takes no longer than a plain one")
  func linear() throws {
    var text = "^a*a*a*a*a*a*a*a*b$"
    let pattern = try #require(text.withUTF8 { Pattern($0) })
    #expect(!pattern.matches(Array(repeating: UInt8(ascii: "a"), count: 20_000)))
  }
}
