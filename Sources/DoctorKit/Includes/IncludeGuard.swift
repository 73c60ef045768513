internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics
internal import Migrations

/// Sees to it that no repair carries a value from one file of a config into another, and that no
/// include goes away.
///
/// A migration that would is left out, and the report names the files and the key: what lies in a
/// file of its own may be there so that it is not in the others.
struct IncludeGuard {
  let config: MountedConfig
  let target: Release
  /// Where includes stand in its document that are merged and not in the places of their objects.
  var directives: [ConfigPath] = []

  /// Leaves out of a planner what crosses from file to file, and plans again.
  ///
  /// - Parameters:
  ///   - plan: the planner's plan; replaced by the one to follow.
  ///   - planner: learns what is left out.
  /// - Returns: one finding for each migration that was left out.
  /// - Throws: `PlanError` of the plan without it.
  func withhold(
    from plan: inout MigrationPlan, of planner: inout MigrationPlanner
  ) throws(PlanError) -> [Finding] {
    var findings: [Finding] = []
    while true {
      let crossings = fates(of: plan).crossings
      guard !crossings.isEmpty else { return findings }
      var ids: Set<String> = []
      for crossing in crossings where ids.insert(crossing.id).inserted {
        findings.append(finding(crossing, plan))
      }
      let before = planner.skipped.union(planner.repairs.map(\.id))
      planner.skipped.formUnion(ids)
      planner.repairs.removeAll { ids.contains($0.id) }
      // Whatever is left out once is not planned again, so that this ends.
      guard planner.skipped.union(planner.repairs.map(\.id)) != before || !ids.isEmpty else {
        return findings
      }
      plan = try planner.plan(config.document)
    }
  }

  /// What a plan does to the files.
  func fates(of plan: MigrationPlan) -> MountFates {
    MountFates(config.mounts, keeping: directives, through: plan.ledger)
  }

  private func finding(_ crossing: MountFates.Crossing, _ plan: MigrationPlan) -> Finding {
    let facts = MigrationChain.all.first { $0.id == crossing.id }?.facts
    let own = plan.changes.filter { $0.migration == crossing.id }
    let change = own.first { $0.source == crossing.path } ?? own.first
    let from: Message = "\(outside: config.files[crossing.from].path)"
    let message: Message
    if let to = crossing.to {
      message = """
        \(ours: crossing.id) is not applied: it would carry \(crossing.path) from \(from) into \
        \(outside: config.files[to].path)
        """
    } else {
      message = """
        \(ours: crossing.id) is not applied: it would remove or replace \(crossing.path), which \
        includes another file, from \(from)
        """
    }
    return Finding(
      checkID: crossing.id,
      severity: facts.map { $0.life.isRefused(by: target) } == true ? .error : .warning,
      message: message, why: "what stands in a file of its own is not put into another one unasked",
      path: crossing.path, span: change?.span,
      since: facts.map { ($0.life.refused ?? $0.life.introduced).description },
      fix: .manual(
        "move it by hand to the file that it belongs to, then run clawdoctor --fix again"))
  }
}
