internal import ConfigDocument
internal import ConfigSchema
internal import Migrations

extension Doctor {
  /// The chain of migrations in its order.
  ///
  /// - Parameters:
  ///   - from: only what a config of this release can need: what it was written for came later.
  ///   - to: only what is done for this release.
  /// - Returns: one entry a migration; all of them without limits.
  public static func migrations(from: String? = nil, to: String? = nil) -> [MigrationEntry] {
    let from = from.flatMap { Release($0) }
    let to = to.flatMap { Release($0) }
    return MigrationChain.all.lazy.map(\.facts).filter { facts in
      (from.map { (facts.life.refused ?? facts.life.introduced) > $0 } ?? true)
        && (to.map(facts.life.includes) ?? true)
    }.map(MigrationEntry.init)
  }

  /// A migration by its identifier.
  ///
  /// - Parameter id: kebab-case.
  /// - Returns: nil when there is none.
  public static func migration(_ id: String) -> MigrationEntry? {
    MigrationChain.all.first { $0.id == id }.map { MigrationEntry($0.facts) }
  }

  /// The examples of a migration, executed.
  ///
  /// - Parameter id: kebab-case.
  /// - Returns: configs before and after; none for an unknown identifier.
  public static func examples(ofMigration id: String) -> [MigrationEntry.Example] {
    guard let migration = MigrationChain.all.first(where: { $0.id == id }) else { return [] }
    return migration.examples.compactMap { example in
      let planner = MigrationPlanner(
        target: example.target ?? ReleaseCatalogue.newestExact, only: [id])
      guard let document = try? ConfigDocument(parsing: Array(example.before.utf8)),
        let plan = try? planner.plan(document)
      else { return nil }
      return MigrationEntry.Example(
        before: example.before, after: String(decoding: plan.after.bytes, as: UTF8.self))
    }
  }
}

extension MigrationEntry {
  fileprivate init(_ facts: MigrationFacts) {
    id = facts.id
    introduced = facts.life.introduced.description
    refused = facts.life.refused?.description
    from = facts.life.from.description
    until = facts.life.until?.description
    summary = facts.summary
    why = facts.why
    if case .unsafe(let text) = facts.safety { consequence = text } else { consequence = nil }
  }
}
