internal import Checks
internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics
internal import Migrations

/// What an edit would bring that the config did not have: violations of the release's schema, start
/// rules that it breaks, and whatever the checks find.
///
/// What was wrong before is no reason to refuse an edit elsewhere.
struct EditGuard {
  /// What is new.
  struct Outcome {
    /// What makes the release refuse the result, or keeps the gateway from starting.
    var refusals: [Finding] = []
    /// What else is worth saying of it.
    var remarks: [Finding] = []
  }

  let plan: MigrationPlan
  let target: Release
  /// What is known of the surroundings, by the document: with its secrets.
  let context: (ConfigDocument) -> CheckContext

  /// Compares before and after.
  ///
  /// - Returns: what is new, with the places of what stood in the text before.
  func outcome() -> Outcome {
    var outcome = Outcome()
    for finding in newViolations() + newFindings() {
      let isStartRule = CheckRegistry.startRules.contains { $0.id == finding.checkID }
      let isRefusal =
        finding.severity == .error && (finding.checkID.hasPrefix("schema.") || isStartRule)
      if isRefusal { outcome.refusals.append(finding) } else { outcome.remarks.append(finding) }
    }
    return outcome
  }

  private func newViolations() -> [Finding] {
    let validator = Validator(target)
    let index = EventIndex(plan.ledger.entries.map(\.event))
    let known = marks(
      validator.violations(in: plan.before).map { ($0.checkID, $0.path) }, index)
    let written = self.written(index)
    return validator.violations(in: plan.after).filter { violation in
      !known.contains(Mark(id: violation.checkID, path: violation.path))
        || written.contains { $0.isPrefix(of: violation.path) }
    }.map { violation in
      let finding = violation.finding
      return Finding(
        checkID: finding.checkID, severity: finding.severity, message: finding.message,
        why: finding.why, path: finding.path, span: plan.origin?(violation.path),
        since: finding.since, fix: finding.fix)
    }
  }

  private struct Mark: Hashable {
    let id: String
    let path: ConfigPath?
  }

  /// What was wrong before, with the paths that it has in the result.
  private func marks(_ found: [(id: String, path: ConfigPath?)], _ index: EventIndex) -> Set<Mark> {
    var marks: Set<Mark> = []
    for (id, path) in found {
      guard let path else {
        marks.insert(Mark(id: id, path: nil))
        continue
      }
      switch index.fate(of: path) {
      case .kept(let place), .converted(let place): marks.insert(Mark(id: id, path: place))
      case .gone: break
      }
    }
    return marks
  }

  /// Where new values stand in the result.
  private func written(_ index: EventIndex) -> [ConfigPath] {
    plan.ledger.entries.enumerated().compactMap { number, entry in
      switch entry.event {
      case .added(let path), .converted(_, to: let path):
        switch index.fate(of: path, from: number + 1) {
        case .kept(let path), .converted(let path): path
        case .gone: nil
        }
      case .moved, .superseded, .removed, .emptied, .reordered: nil
      }
    }
  }

  private func newFindings() -> [Finding] {
    let before = context(plan.before)
    var after = context(plan.after)
    after.origin = plan.origin
    let index = EventIndex(plan.ledger.entries.map(\.event))
    return CheckRegistry.ofMeaning.flatMap { check -> [Finding] in
      let found = check.findings(in: after)
      guard !found.isEmpty else { return [] }
      let old = marks(check.findings(in: before).map { ($0.checkID, $0.path) }, index)
      return found.filter { !old.contains(Mark(id: $0.checkID, path: $0.path)) }
    }
  }
}
