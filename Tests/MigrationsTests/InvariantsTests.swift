import ConfigDocument
import ConfigSchema
import Diagnostics
import Migrations
import Testing

/// An example in another notation.
struct VariantCase: CustomTestStringConvertible, Sendable {
  let test: ExampleCase
  let respelling: Respelling
  var testDescription: String { "\(test.migration.facts.id), \(respelling)" }

  static let all: [VariantCase] = ExampleCase.all.flatMap { test in
    Respelling.all.map { VariantCase(test: test, respelling: $0) }
  }
}

@Suite struct InvariantsTests {
  private func run(_ text: String, _ test: ExampleCase) throws -> MigrationPlan {
    try migrate(
      text, to: test.target, with: [test.migration], only: [test.migration.facts.id]
    ).plan
  }

  @Test("A notation does not alter the result", arguments: VariantCase.all)
  func variant(_ variant: VariantCase) throws {
    let test = variant.test
    let plain = try ConfigDocument(parsing: Array(test.example.before.utf8))
    let expected = try ConfigDocument(parsing: Array(test.example.after.utf8))
    let text = variant.respelling.text(of: plain)
    let plan = try run(text, test)
    #expect(plan.after.values() == expected.values())
    #expect(plan.hasChanges == (test.example.before != test.example.after))
    #expect(
      plan.before.commentCounts.allSatisfy { plan.after.commentCounts[$0.key] ?? 0 >= $0.value })
    if variant.respelling.opening.hasPrefix("\u{FEFF}") {
      #expect(plan.after.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    }
    if variant.respelling.newline == "\r\n" {
      let bytes = plan.after.bytes
      let bare = bytes.indices.contains { bytes[$0] == 0x0A && bytes[$0 - 1] != 0x0D }
      #expect(!bare, "every line ends as the others do")
    }
  }

  @Test("FM-07: every comment of an example is in its result", arguments: ExampleCase.all)
  func comments(_ test: ExampleCase) throws {
    let before = try ConfigDocument(parsing: Array(test.example.before.utf8)).commentCounts
    let after = try ConfigDocument(parsing: Array(test.example.after.utf8)).commentCounts
    #expect(before == after)
  }

  @Test("A key that stands twice is left and reported", arguments: ExampleCase.all)
  func duplicate(_ test: ExampleCase) throws {
    let plain = try ConfigDocument(parsing: Array(test.example.before.utf8))
    let first = try run(test.example.before, test).changes.lazy.compactMap(\.source)
      .first { $0.lastKey != nil && plain.node(at: $0) != nil }
    guard let first, let key = first.lastKey, let parent = first.parent else { return }
    let text = Respelling(description: "").text(of: plain, twice: plain.node(at: first))
    let plan = try run(text, test)
    #expect(plan.findings.contains { $0.path.map { first.isPrefix(of: $0) } ?? false })
    let owner = try #require(plan.after.node(at: parent))
    #expect(plan.after.children(owner).count { plan.after.key($0) == key } == 2)
  }

  @Test(
    "A config that does not concern a migration is left",
    arguments: MigrationChain.all.map(\.facts.id),
    ["{}", "{\n  // mine\n  logging: { level: \"info\" },\n}\n", "[1]", "\"text\""])
  func unconcerned(_ id: String, _ text: String) throws {
    for target in ["2026.1.5", "2026.3.24", "2026.4.22", "2026.9.1"] as [Release] {
      let result = try migrate(text, to: target, only: [id])
      #expect(result.text == text)
      #expect(result.plan.changes.isEmpty)
      #expect(result.plan.findings.isEmpty)
    }
  }

  @Test(
    "A text with variables keeps its spelling when it moves",
    arguments: ["${TOKEN}", "$${TOKEN}", "a${TOKEN}b$${C}"])
  func variables(_ text: String) throws {
    let config = """
      {
        gateway: { token: "\(text)" },
        telegram: { botToken: '\(text)' },
        agent: { model: "\(text)", workspace: "\(text)" },
        tools: { web: { search: { apiKey: "\(text)" } } },
      }
      """
    let result = try migrate(config, to: "2026.4.22")
    #expect(result.text.contains("token: \"\(text)\""))
    #expect(result.text.contains("botToken: '\(text)'"))
    #expect(result.text.contains("primary: \"\(text)\""))
    #expect(result.text.contains("apiKey: \"\(text)\""))
    #expect(result.text.components(of: text) == 5)
  }
}

extension String {
  /// How often a text occurs.
  func components(of text: String) -> Int { ranges(of: text).count }
}
