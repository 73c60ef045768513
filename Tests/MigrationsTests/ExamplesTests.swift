import ConfigDocument
import ConfigSchema
import Diagnostics
import Migrations
import Testing

/// A migration with one of its examples.
struct ExampleCase: CustomTestStringConvertible, Sendable {
  let migration: any Migration
  let example: MigrationExample
  var testDescription: String { "\(migration.facts.id): \(example.before.prefix(60))" }

  /// The release that the example is for.
  var target: Release {
    if let target = example.target { return target }
    let life = migration.facts.life
    let newest = max(ReleaseCatalogue.newestExact, life.from)
    return life.until.map { newest < $0 } ?? true ? newest : life.from
  }

  static let all: [ExampleCase] = MigrationChain.all.flatMap { migration in
    migration.examples.map { ExampleCase(migration: migration, example: $0) }
  }
}

/// The result of a chain on a text.
func migrate(
  _ text: String, to target: Release, with chain: [any Migration] = MigrationChain.all,
  only: Set<String>? = nil
) throws -> (text: String, plan: MigrationPlan) {
  let document = try ConfigDocument(parsing: Array(text.utf8))
  let plan = try MigrationPlanner(target: target, only: only, chain: chain).plan(document)
  return (String(decoding: plan.after.bytes, as: UTF8.self), plan)
}

@Suite struct ExamplesTests {
  @Test("An example gives its result byte for byte", arguments: ExampleCase.all)
  func example(_ test: ExampleCase) throws {
    let result = try migrate(
      test.example.before, to: test.target, with: [test.migration], only: [test.migration.facts.id])
    #expect(result.text == test.example.after)
  }

  @Test("A second run does nothing", arguments: ExampleCase.all)
  func idempotence(_ test: ExampleCase) throws {
    let chain = MigrationChain.all
    let first = try migrate(test.example.before, to: test.target, with: chain)
    let second = try migrate(first.text, to: test.target, with: chain)
    #expect(second.text == first.text)
    #expect(second.plan.changes.isEmpty)
  }

  @Test("A second run for the newest release does nothing", arguments: ExampleCase.all)
  func idempotenceOfNewest(_ test: ExampleCase) throws {
    let first = try migrate(test.example.before, to: "2026.9.1")
    let second = try migrate(first.text, to: "2026.9.1")
    #expect(second.text == first.text)
    #expect(second.plan.changes.isEmpty)
  }
}
