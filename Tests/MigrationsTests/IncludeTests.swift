import ConfigDocument
import ConfigSchema
import Diagnostics
import Migrations
import Testing

@Suite struct IncludeTests {
  @Test(
    "FM-08: an object that includes another file is neither edited nor filled",
    arguments: [
      "{ $include: './base.json5', tools: { bash: {} } }",
      "{ channels: { $include: './channels.json5' }, telegram: { enabled: true } }",
      "{ tools: { $include: ['a.json5', 'b.json5'], bash: {} } }",
      "{ messages: { tts: { $include: './tts.json5', edge: { voice: 'x' } } } }",
    ])
  func refused(_ text: String) throws {
    let result = try migrate(text, to: "2026.4.22")
    #expect(result.text == text)
    #expect(result.plan.changes.isEmpty)
    #expect(result.plan.findings.count == 1)
    #expect(result.plan.findings.allSatisfy { if case .manual = $0.fix { true } else { false } })
  }

  @Test("FM-08: what has nothing to do with an include is migrated, and the include stays")
  func elsewhere() throws {
    let result = try migrate(
      "{ agents: { $include: './agents.json5' }, tools: { bash: { timeoutSec: 5 } } }",
      to: "2026.4.22")
    #expect(
      result.text
        == "{ agents: { $include: './agents.json5' }, tools: { exec: { timeoutSec: 5 } } }")
  }
}
