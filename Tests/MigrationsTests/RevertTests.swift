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
