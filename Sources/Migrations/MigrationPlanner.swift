package import ConfigDocument
package import ConfigSchema
internal import Diagnostics

/// Runs the chain on a copy of a config and proves the result.
package struct MigrationPlanner: Sendable {
  /// The release that the config is for.
  package var target: Release
  /// Only these migrations; nil for all.
  ///
  /// One that is named here may be unsafe.
  package var only: Set<String>?
  /// Not these migrations.
  package var skipped: Set<String>
  /// Whether migrations that may alter routing, cost or access are done too.
  package var allowsUnsafe: Bool
  /// The release that the config comes from; one later than the target makes it a downgrade.
  package var source: Release?
  /// The migrations in order.
  package var chain: [any Migration]
  /// What checks want in the config, done behind the chain.
  package var repairs: [ValueRepair] = []
  /// Values of the config that come from texts of their own, and these: they keep their style.
  package var separate: [NodeID: ConfigDocument] = [:]

  /// Makes a planner.
  ///
  /// - Parameters:
  ///   - target: the release that the config is for.
  ///   - only: only these migrations; nil for all.
  ///   - skipped: not these migrations.
  ///   - allowsUnsafe: whether migrations that may alter routing, cost or access are done too.
  ///   - chain: the migrations in order.
  package init(
    target: Release, only: Set<String>? = nil, skipped: Set<String> = [],
    allowsUnsafe: Bool = false, chain: [any Migration] = MigrationChain.all
  ) {
    self.target = target
    self.only = only
    self.skipped = skipped
    self.allowsUnsafe = allowsUnsafe
    self.chain = chain
  }

  /// Plans all migrations that the target asks for.
  ///
  /// - Parameter document: the config.
  /// - Returns: the plan, proven.
  /// - Throws: `PlanError` when the result must not be written; that is a defect of a migration,
  ///   never of the config.
  package func plan(_ document: ConfigDocument) throws(PlanError) -> MigrationPlan {
    var transform = Transform(
      document, target: target,
      facts: MigrationFacts("", life: Life(introduced: .oldest), summary: "", why: ""),
      separate: separate)
    revert(&transform)
    for migration in chain where migration.mayConcern(transform.vocabulary) {
      if wants(migration) { run(migration, on: &transform) }
    }
    for repair in repairs { transform.make(repair) }
    let findings = transform.findings
    guard !transform.ledger.isEmpty else {
      return MigrationPlan(
        before: document, after: document, changes: [], findings: findings, ledger: Ledger(),
        draft: transform.draft)
    }
    let after: ConfigDocument
    do throws(SyntaxFailure) {
      after = try document.reading(transform.draft.render())
    } catch {
      throw PlanError.unreadable
    }
    let violations = ConservationProof.violations(
      before: document, after: after, ledger: transform.ledger)
    guard violations.isEmpty else { throw PlanError.unproven(violations) }
    return MigrationPlan(
      before: document, after: after, changes: transform.changes, findings: findings,
      ledger: transform.ledger, draft: transform.draft)
  }

  /// Brings back what the target does not know yet, from the newest shape to the oldest.
  private func revert(_ transform: inout Transform) {
    guard let source, source > target else { return }
    for migration in chain.reversed()
    where migration.mayConcernReverting(transform.vocabulary) {
      let facts = migration.facts
      let isNamed = only?.contains(facts.id) ?? false
      guard facts.life.introduced > target, facts.life.introduced <= source,
        !skipped.contains(facts.id), only == nil || isNamed,
        facts.safety == .safe || allowsUnsafe || isNamed
      else { continue }
      transform.facts = facts
      migration.revert(in: &transform)
    }
  }

  private func wants(_ migration: any Migration) -> Bool {
    let facts = migration.facts
    guard facts.life.includes(target), !skipped.contains(facts.id) else { return false }
    return only?.contains(facts.id) ?? true
  }

  private func run(_ migration: any Migration, on transform: inout Transform) {
    let facts = migration.facts
    let isNamed = only?.contains(facts.id) ?? false
    transform.allowsUnsafe = allowsUnsafe || isNamed
    transform.facts = facts
    guard case .unsafe(let consequence) = facts.safety, !transform.allowsUnsafe else {
      return migration.apply(to: &transform)
    }
    var attempt = transform
    migration.apply(to: &attempt)
    for change in attempt.changes[transform.changes.count...] {
      let missing = change.source == nil ? change.target : nil
      let path = change.source ?? transform.standing(above: change.target ?? .root)
      transform.note(
        at: path,
        missing.map { "\($0) is not there" } ?? "\(path) has an old shape",
        why: "\(ours: facts.why)",
        fix: .unsafe(
          "\(ours: consequence); clawdoctor --fix --only \(ours: facts.id) does it"))
    }
  }
}
