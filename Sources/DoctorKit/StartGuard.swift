package import Checks
package import ConfigDocument
internal import ConfigSchema
package import Diagnostics
package import Migrations

/// Sees to it that no repair leads a gateway that would start into one that does not.
///
/// After every plan the start rules of the target look at the result. A violation that the config
/// did not have before is traced to the steps that cause it, and those are not taken, unless the
/// target refuses the old shape anyway: then the gateway does not start with or without them.
package struct StartGuard {
  /// What is left of a plan.
  package struct Outcome {
    /// What is done to the config.
    package var plan: MigrationPlan
    /// What the checks want done.
    package var repairs: [Repair]
    /// One finding for each step that was left out.
    package var findings: [Finding] = []
  }

  private let planner: MigrationPlanner
  private let document: ConfigDocument
  private let context: CheckContext

  /// Makes a guard.
  ///
  /// - Parameters:
  ///   - planner: how the plan was made.
  ///   - document: the config before.
  ///   - context: the config before, with what is known of its surroundings.
  package init(planner: MigrationPlanner, document: ConfigDocument, context: CheckContext) {
    self.planner = planner
    self.document = document
    self.context = context
  }

  /// Leaves out of a plan what would keep the gateway from starting.
  ///
  /// - Parameters:
  ///   - plan: what is planned.
  ///   - repairs: what the checks want, of which some is in the plan.
  /// - Returns: the plan to follow, and a finding for each step that was left out.
  /// - Throws: `PlanError` of the plan without those steps.
  package func withholding(
    from plan: MigrationPlan, repairs: [Repair]
  ) throws(PlanError) -> Outcome {
    var outcome = Outcome(plan: plan, repairs: repairs)
    guard plan.hasChanges || !repairs.isEmpty else { return outcome }
    let before = violations(document, repairs: [])
    var planner = planner
    var rest = added(to: before, by: outcome)
    if rest.isEmpty { return outcome }
    for id in candidates(plan) where !rest.isEmpty {
      var attempt = planner
      attempt.skipped.insert(id)
      attempt.repairs.removeAll { $0.id == id }
      let next = Outcome(
        plan: try attempt.plan(document), repairs: outcome.repairs.filter { $0.checkID != id },
        findings: outcome.findings)
      let left = added(to: before, by: next)
      guard left.count < rest.count else { continue }
      outcome = next
      planner = attempt
      outcome.findings.append(finding(id, rest.subtracting(left)))
      rest = left
    }
    return outcome
  }

  /// The steps that may be left out: what the target refuses in its old shape is changed in any
  /// case.
  private func candidates(_ plan: MigrationPlan) -> [String] {
    var seen: Set<String> = []
    let ids = plan.changes.map(\.migration).filter { seen.insert($0).inserted }
    let refused = Set(
      MigrationChain.all.lazy.filter { seen.contains($0.id) }
        .filter { $0.facts.life.isRefused(by: planner.target) }.map(\.id))
    return ids.filter { !refused.contains($0) }
  }

  private func added(to before: Set<String>, by outcome: Outcome) -> Set<String> {
    violations(outcome.plan.after, repairs: outcome.repairs).subtracting(before)
  }

  /// The start rules that a config breaks, with the variables that repairs would set.
  private func violations(_ document: ConfigDocument, repairs: [Repair]) -> Set<String> {
    var context = CheckContext(document: document, target: planner.target, lines: nil)
    context.variables = self.context.variables.setting(repairs)
    context.clientVariables = self.context.clientVariables.setting(repairs)
    return Set(
      CheckRegistry.startRules.filter { rule in
        rule.findings(in: context).contains { $0.severity > .info }
      }.map(\.id))
  }

  private func finding(_ id: String, _ rules: Set<String>) -> Finding {
    Finding(
      checkID: id, severity: .warning,
      message: "\(ours: id) is not applied: the gateway would not start afterwards",
      why: "the result would break \(ours: rules.sorted().joined(separator: ", "))",
      fix: .manual("mend that first, then run clawdoctor --fix again"))
  }
}

extension VariableScope {
  /// The scope after repairs have set variables in the state folder's `.env`.
  func setting(_ repairs: [Repair]) -> VariableScope {
    var values: [String: String] = [:]
    for case .setVariable(let name, let value) in repairs.flatMap(\.steps) { values[name] = value }
    guard !values.isEmpty else { return self }
    var scope = self
    if let place = sources.firstIndex(where: { $0.kind == .stateFile }) {
      let old = sources[place]
      scope.sources[place] = Source(
        .stateFile, file: old.file, values: old.values.merging(values) { $1 })
    } else {
      let place = sources.firstIndex { $0.kind == .gatewayFile || $0.kind == .config }
      scope.sources.insert(
        Source(.stateFile, values: values), at: place ?? sources.endIndex)
    }
    return scope
  }
}
