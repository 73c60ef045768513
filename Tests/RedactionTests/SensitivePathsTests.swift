import ConfigDocument
import Diagnostics
import Testing

@testable import Redaction

@Suite struct SensitivePathsTests {
  static let rows = TableLines(SensitivePathsTable.text).rows.map { line in
    line.cells.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func everyRowIsComplete() {
    #expect(Self.rows.count > 280)
    for row in Self.rows {
      #expect(row.count == 4)
      #expect(["secret", "allValues", "url", "notSecret"].contains(row[1]), "\(row[0])")
    }
    #expect(Set(Self.rows.map { $0[0] }).count == Self.rows.count)
    #expect(Self.rows.map { $0[0] } == Self.rows.map { $0[0] }.sorted())
  }

  @Test(arguments: rows.filter { $0[1] == "secret" || $0[1] == "allValues" })
  func aStringIsHiddenEverywhere(row: [String]) throws {
    let (text, _) = Canary.config(PathPattern(row[0]), "\"\(Canary.plain)\"")
    let output = try Canary.outputs(text + " // was \(Canary.plain)")
    #expect(Canary.survivor(of: Canary.plain, in: output) == nil, "\(output)")
  }

  @Test(arguments: rows.filter { $0[1] == "secret" || $0[1] == "allValues" })
  func whatIsBelowIsHiddenToo(row: [String]) throws {
    let (text, _) = Canary.config(PathPattern(row[0]), "{ deep: [\"\(Canary.plain)\"] }")
    #expect(Canary.survivor(of: Canary.plain, in: try Canary.outputs(text)) == nil)
  }

  @Test(arguments: rows.filter { $0[1] == "allValues" })
  func aNumberIsHiddenWhereTheTableSaysSo(row: [String]) throws {
    let (text, _) = Canary.config(PathPattern(row[0]), "8675309001")
    #expect(Canary.survivor(of: "8675309001", in: try Canary.redacted(text)) == nil)
  }

  @Test(arguments: rows.filter { $0[1] == "url" })
  func credentialsInAURLAreHidden(row: [String]) throws {
    let url = "https://kanarienvogel@host.example/v1/mcp?region=eu&token=zeisigvogel"
    let (text, _) = Canary.config(PathPattern(row[0]), "\"\(url)\"")
    let shown = try Canary.redacted(text)
    #expect(
      shown.contains(
        "https://‹url-credential 1›@host.example/v1/mcp?region=eu&token=‹short-token 1›"))
  }

  @Test(arguments: rows.filter { $0[1] == "notSecret" })
  func whatIsNoSecretIsShown(row: [String]) throws {
    let (text, _) = Canary.config(PathPattern(row[0]), "\"\(Canary.plain)\"")
    #expect(try Canary.redacted(text) == text)
  }

  @Test(arguments: rows.filter { $0[1] == "secret" || $0[1] == "allValues" })
  func aReferenceIsShown(row: [String]) throws {
    for value in [
      "\" ${OPENAI_API_KEY} \"", "\"secretref-env:MY_TOKEN\"", "\"\"", "null", "true",
      "{ source: 'file', provider: 'vault', id: '/channels/token' }",
    ] {
      let (text, _) = Canary.config(PathPattern(row[0]), value)
      #expect(try Canary.redacted(text) == text)
    }
  }
}
