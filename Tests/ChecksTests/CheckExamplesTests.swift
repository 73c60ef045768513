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
    let isOfFiles = CheckRegistry.ofFiles.contains { $0.id == test.check.id }
    let context = try Self.context(plain, test.example)
    let findings = test.check.findings(in: context).filter { $0.severity > .info }
    if isOfFiles {
      #expect(findings.map { Self.plain($0.message) } == test.example.finds)
    } else {
      #expect(findings.map { $0.span?.range.lowerBound } == expected)
    }
    #expect(findings.allSatisfy { $0.checkID == test.check.id })
  }

  static func plain(_ message: Message) -> String {
    message.segments.map { segment in
      switch segment {
      case .text(let text), .outside(let text): text
      case .path(let path): path.description
      }
    }.joined()
  }

  static func context(_ config: [UInt8], _ example: CheckExample) throws -> CheckContext {
    let document = try ConfigDocument(parsing: config)
    var context = CheckContext(
      document: document, target: example.release ?? "2026.4.22",
      lines: LineIndex(config))
    context.isMask = { $0.contains("__OPENCLAW_REDACTED__") || $0.contains("‹") }
    document.forEachNode { node in
      let key = document.key(node)?.lowercased() ?? ""
      let isSecret = ["token", "password", "apikey", "secret"].contains { key.hasSuffix($0) }
      if isSecret, document.kind(node) == .string { context.secrets.append(node) }
    }
    context.variables = VariableScope(
      sources: [VariableScope.Source(.process, values: example.variables)], knowledge: .machine)
    context.clientVariables = context.variables
    context.files = example.files
    context.service = example.service
    context.workspaceFiles = example.workspaces
    return context
  }

  @Test(
    "Every check has an example that trips it and one that does not", arguments: CheckRegistry.all)
  func coverage(_ check: any Check) {
    let isFinding = check.examples.map { $0.config.contains("↓") || !$0.finds.isEmpty }
    #expect(Set(isFinding) == [true, false])
  }

  @Test("Identifiers are unique and in kebab-case")
  func identifiers() {
    let ids = CheckRegistry.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.allSatisfy { $0.isLowercase || $0 == "-" } })
  }
}
