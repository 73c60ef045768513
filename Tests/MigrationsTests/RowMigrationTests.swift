import ConfigSchema
import Migrations
import Testing

@Suite struct RowMigrationTests {
  @Test(
    "A further line of a migration is done from its own release on",
    arguments: [("2026.4.2", false), ("2026.4.5", true), ("2026.4.22", true)])
  func from(_ target: String, _ isDone: Bool) throws {
    let release = try #require(Release(target))
    let config =
      "{ plugins: { entries: { 'voice-call': { config: { tts: { openai: { voice: 'v' } } } } } } }"
    let result = try migrate(config, to: release)
    #expect(result.plan.hasChanges == isDone)
    #expect(result.text.contains("providers: { openai: { voice: 'v' } }") == isDone)
  }
}
