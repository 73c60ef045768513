internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics
internal import Migrations

/// What the schema of the target says of a config, besides what a plan of migrations mends anyway.
struct SchemaFindings {
  let document: ConfigDocument
  let target: Release
  /// Identifiers that are not wanted.
  let skipped: Set<String>
  /// Whether OpenClaw merges the config with others, which may hold what is missing.
  var isPartial = false

  /// The findings that a plan leaves.
  ///
  /// - Parameter plan: the pending migrations.
  /// - Returns: one finding a violation; none for keys that a change concerns, unless the result
  ///   of the plan still violates there.
  func left(by plan: MigrationPlan) -> [Finding] {
    var validator = Validator(target)
    validator.isPartial = isPartial
    // What a migration says of a key it leaves is more than that the key is unknown.
    let told = Set(plan.findings.compactMap(\.path))
    let violations = validator.violations(in: document).filter {
      !skipped.contains($0.checkID) && !told.contains($0.path)
    }
    guard plan.hasChanges, !violations.isEmpty else { return violations.map(\.finding) }
    let places = plan.changes.compactMap(\.source)
    func isConcerned(_ violation: Violation) -> Bool {
      places.contains { $0.isPrefix(of: violation.path) || violation.path.isPrefix(of: $0) }
    }
    // The result is examined too only where a change touches what was found: the sections of it.
    guard violations.contains(where: isConcerned) else { return violations.map(\.finding) }
    let concerned = violations.filter(isConcerned)
    var sections: Set<String> = []
    for violation in concerned {
      if case .key(let key)? = violation.path.steps.first { sections.insert(key) }
    }
    let remaining = validator.places(
      in: plan.after, sections: sections,
      withRules: concerned.contains { $0.kind == .rule })
    return violations.filter { violation in
      !isConcerned(violation) || remaining.contains(document.path(to: violation.node))
    }.map(\.finding)
  }

  /// Whether an identifier is one of these findings.
  ///
  /// - Parameter id: `schema.unknown-key` for instance.
  /// - Returns: false for a misspelt one.
  static func knows(_ id: String) -> Bool { Validator.checkIDs.contains(id) }
}
