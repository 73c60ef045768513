import ConfigDocument
import ConfigSchema
import Diagnostics
import Testing

@testable import Migrations

/// One of the rows of the table with one of its examples.
struct InverseCase: CustomTestStringConvertible, Sendable {
  let migration: RowMigration
  let example: MigrationExample
  var testDescription: String { "\(migration.facts.id): \(example.before.prefix(60))" }

  /// Examples in which only one step acts, whose way back is known.
  static let all: [InverseCase] = MigrationTable.migrations.values
    .sorted { $0.facts.id < $1.facts.id }
    .flatMap { migration in
      migration.examples.map { InverseCase(migration: migration, example: $0) }
    }
}

@Suite struct StepInverseTests {
  @Test("A step and its inverse give the values that were", arguments: InverseCase.all)
  func inverse(_ test: InverseCase) throws {
    let document = try ConfigDocument(parsing: Array(test.example.before.utf8))
    var transform = Transform(document, target: "2026.4.22", facts: test.migration.facts)
    var undone: [(Step, ConfigPath, ConfigPath)] = []
    for row in test.migration.rows {
      guard let inverse = row.step.inverse else { continue }
      for site in RowMigration.sites(of: row) {
        for path in transform.draft.matches(site.source) {
          guard let target = site.target?.filled(with: site.source.wildcards(in: path)),
            path == target || !transform.has(target),
            row.step.apply(at: path, to: target, in: &transform)
          else { continue }
          undone.insert((inverse, target, path), at: 0)
        }
      }
    }
    guard !undone.isEmpty else { return }
    for (inverse, from, to) in undone {
      #expect(inverse.apply(at: from, to: to, in: &transform))
      if let parent = from.parent { emptied(parent, keeping: to, in: &transform) }
    }
    let result = try ConfigDocument(parsing: transform.draft.render())
    #expect(result.values() == document.values())
  }

  /// The way back leaves objects that the way there has made.
  private func emptied(_ path: ConfigPath, keeping kept: ConfigPath, in transform: inout Transform)
  {
    guard !path.steps.isEmpty, !path.isPrefix(of: kept) else { return }
    if transform.draft.count(at: path) == 0, transform.prune(path), let parent = path.parent {
      emptied(parent, keeping: kept, in: &transform)
    }
  }
}
