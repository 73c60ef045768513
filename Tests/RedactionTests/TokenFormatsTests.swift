import ConfigDocument
import Diagnostics
import Testing

@testable import Redaction

@Suite struct TokenFormatsTests {
  struct Sample: CustomTestStringConvertible {
    let id: String
    let label: String
    let token: String
    /// What stands in the mask: the shortest key of no certain service is a short one.
    var word: String { label == "api-key" && token.utf8.count < 16 ? "short-api-key" : label }
    var testDescription: String { id }
  }

  static let rows = TableLines(TokenFormatsTable.text).rows.map { line in
    line.cells.map { String(decoding: $0, as: UTF8.self) }
  }
  static let samples = rows.flatMap { row in
    row[3].split(separator: " ").map { prefix in
      Sample(
        id: row[0], label: row[1],
        token: Canary.sample(prefix: String(prefix), shape: row[4]))
    }
  }

  @Test func everyRowIsComplete() {
    #expect(Self.rows.count > 60)
    #expect(Set(Self.rows.map { $0[0] }).count == Self.rows.count)
    for row in Self.rows { #expect(row[2] == "word" || row[2] == "any", "\(row[0])") }
  }

  @Test(arguments: samples.filter { $0.label != "-" })
  func aTokenIsHiddenByItsLook(sample: Sample) throws {
    for surroundings in [
      "{ note: 'X' }", "{ note: 'see X, or not' } // X", "/* X */ { 'X': 1 }",
      "{ a: ['--use', 'X'] }",
      "{ note: 'a\\nX' }", "{ url: 'https://api.example/X/get' }",
    ] {
      let text = surroundings.split(separator: "X", omittingEmptySubsequences: false)
        .joined(separator: sample.token)
      let output = try Canary.outputs(text)
      #expect(
        Canary.survivor(of: String(sample.token.suffix(12)), in: output) == nil, "\(surroundings)")
    }
    var redactor = Redactor()
    let shown = redactor.redact(text: "before \(sample.token) behind").text
    #expect(shown == "before ‹\(sample.word) 1› behind")
    let path = redactor.render(ConfigPath([.key("mcp"), .key(sample.token)])).text
    #expect(path == "mcp[\"‹\(sample.word) 1›\"]")
  }

  @Test(arguments: samples.filter { $0.label == "-" })
  func aHarmlessShapeIsShown(sample: Sample) throws {
    let text = "{ note: '\(sample.token)' } // \(sample.token)"
    #expect(try Canary.redacted(text) == text)
  }

  @Test func aPrefixInsideOfAWordIsNone() {
    var redactor = Redactor()
    for text in ["risk-assessment-of-tools", "task-scheduler-plugin", "bypass-permissions-mode"] {
      #expect(redactor.redact(text: text).text == text)
    }
  }
}
