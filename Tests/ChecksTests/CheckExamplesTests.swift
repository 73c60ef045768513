import Checks
import ConfigDocument
import ConfigSchema
import Diagnostics
import Testing

@Suite struct CheckExamplesTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let check: any Check
    let example: CheckExample
    var testDescription: String { "\(check.id): \(example.config)" }

    static let all = CheckRegistry.all.flatMap { check in
      check.examples.map { Case(check: check, example: $0) }
    }
  }

  @Test("A check points exactly at the arrows of its example", arguments: Case.all)
  func example(_ test: Case) throws {
    var plain: [UInt8] = []
    var expected: [Int] = []
    for part in test.example.config.split(separator: "↓", omittingEmptySubsequences: false) {
      plain += Array(part.utf8)
      expected.append(plain.count)
    }
    expected.removeLast()
    let context = CheckContext(
      document: try ConfigDocument(parsing: plain), target: "2026.4.22",
      isMask: { $0 == "__OPENCLAW_REDACTED__" || $0.hasPrefix("‹") })
    let findings = test.check.findings(in: context)
    #expect(findings.map { $0.span?.range.lowerBound } == expected)
    #expect(findings.allSatisfy { $0.checkID == test.check.id })
  }

  @Test(
    "Every check has an example that trips it and one that does not", arguments: CheckRegistry.all)
  func coverage(_ check: any Check) {
    #expect(check.examples.contains { $0.config.contains("↓") })
    #expect(check.examples.contains { !$0.config.contains("↓") })
  }

  @Test("Identifiers are unique and in kebab-case")
  func identifiers() {
    let ids = CheckRegistry.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.allSatisfy { $0.isLowercase || $0 == "-" } })
  }
}
