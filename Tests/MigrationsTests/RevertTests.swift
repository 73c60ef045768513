import ConfigDocument
import ConfigSchema
import Diagnostics
import Testing

@testable import Migrations

/// The way back for a release that does not know the new shape.
@Suite struct RevertTests {
  private func plan(
    _ document: ConfigDocument, _ migration: any Migration, to target: Release,
    from source: Release? = nil
  ) throws -> MigrationPlan {
    var planner = MigrationPlanner(
      target: target, allowsUnsafe: true, chain: [migration])
    planner.source = source
    return try planner.plan(document)
  }

  @Test(
    "Up and down again gives the values that were, wherever nothing was lost on the way up",
    arguments: InverseCase.all)
  func upAndDown(_ test: InverseCase) throws {
    let document = try ConfigDocument(parsing: Array(test.example.before.utf8))
    let life = test.migration.facts.life
    let newest = test.example.target ?? max(life.from, ReleaseCatalogue.newestExact)
    let up = try plan(document, test.migration, to: newest)
    // The way back is proven like the way there, whatever it can do.
    let down = try plan(
      up.after, test.migration, to: "2026.1.0", from: max(newest, life.introduced))
    let isLossless = up.ledger.entries.allSatisfy { entry in
      switch entry.event {
      case .moved, .emptied, .reordered: true
      case .converted, .superseded, .removed, .added: false
      }
    }
    // Two objects that were made one cannot be told apart any more.
    guard up.changes.allSatisfy({ $0.action != .merge }) else { return }
    let targets = test.migration.rows.flatMap { RowMigration.sites(of: $0).map(\.target) }
    guard isLossless, Set(targets).count == targets.count else { return }
    #expect(down.after.values() == document.values())
  }

  @Test(
    "What was built in and became a plugin goes back byte for byte, and so does one word",
    arguments: [
      ("{ tools: { web: { search: { provider: 'brave', apiKey: '${K}' } } } }", "2026.2.23"),
      ("{ tools: { web: { search: { grok: { apiKey: '${K}' } } } } }", "2026.2.23"),
      ("{ talk: { voiceId: 'v', interruptOnSpeech: true } }", "2026.2.22"),
      ("{ channels: { telegram: { streaming: 'block', enabled: true } } }", "2026.2.26"),
      ("{ channels: { discord: { enabled: true, streaming: 'off' } } }", "2026.4.5"),
      (
        "{\n  channels: {\n    slack: {\n      // quiet\n      streaming: \"off\", // mine\n    },\n  },\n}\n",
        "2026.3.1"
      ),
    ] as [(String, Release)])
  func backToBuiltIn(_ text: String, _ target: Release) throws {
    let up = try migrate(text, to: "2026.4.22").plan
    #expect(up.hasChanges)
    var planner = MigrationPlanner(target: target)
    planner.source = "2026.4.22"
    let down = try planner.plan(up.after)
    #expect(down.after.values() == up.before.values())
    #expect(down.findings.isEmpty)
    planner.target = "2026.4.22"
    planner.source = nil
    #expect(try planner.plan(down.after).after.values() == up.after.values())
  }

  @Test(
    "The switch of a plugin stays where a plugin that is not there is only warned of",
    arguments: [
      (
        "{ tools: { web: { search: { provider: 'brave', apiKey: 'x' } } } }", "2026.2.26",
        "{plugins={entries={brave={enabled=true}}};tools={web={search={apiKey=\"x\";provider=\"brave\"}}}}"
      ),
      (
        "{ tools: { web: { fetch: { firecrawl: { apiKey: 'x' } } } } }", "2026.3.13",
        "{plugins={entries={firecrawl={enabled=true}}};tools={web={fetch={firecrawl={apiKey=\"x\"}}}}}"
      ),
    ] as [(String, Release, String)])
  func switchOfPlugin(_ text: String, _ target: Release, _ result: String) throws {
    let up = try migrate(text, to: "2026.4.22").plan
    var planner = MigrationPlanner(target: target)
    planner.source = "2026.4.22"
    #expect(try planner.plan(up.after).after.values() == result)
  }

  @Test(
    "What the older release has no place for stays and is not torn apart",
    arguments: [
      ("{ channels: { telegram: { streaming: { mode: 'block' } } } }", "2026.2.1"),
      (
        "{ plugins: { entries: { brave: { config: { webSearch: { mode: 'x' } } } } } }", "2026.2.26"
      ),
      (
        "{ plugins: { entries: { exa: { config: { webSearch: { apiKey: 'k' } } } } } }", "2026.2.26"
      ),
      ("{ talk: { providers: { elevenlabs: { voiceId: 'v' } } } }", "2026.2.26"),
    ] as [(String, Release)])
  func stays(_ text: String, _ target: Release) throws {
    let document = try ConfigDocument(parsing: Array(text.utf8))
    var planner = MigrationPlanner(target: target)
    planner.source = "2026.4.22"
    #expect(try planner.plan(document).after.bytes == document.bytes)
  }

  @Test("Nothing is brought back for a release that knows the new shape, nor without a downgrade")
  func noDowngrade() throws {
    let migration = MigrationTable.row("browser-ssrf-allow-private-network")
    let document = try ConfigDocument(
      parsing: Array("{ browser: { ssrfPolicy: { dangerouslyAllowPrivateNetwork: true } } }".utf8))
    for (target, source) in [
      ("2026.2.23", "2026.4.21"), ("2026.2.19", nil), ("2026.2.19", "2026.2.19"),
      ("2026.2.17", "2026.2.19"),
    ] as [(Release, Release?)] {
      #expect(try !plan(document, migration, to: target, from: source).hasChanges)
    }
    let down = try plan(document, migration, to: "2026.2.19", from: "2026.4.21")
    #expect(
      String(decoding: down.after.bytes, as: UTF8.self)
        == "{ browser: { ssrfPolicy: { allowPrivateNetwork: true } } }")
  }
}
