internal import Checks
internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics
internal import Migrations
internal import Redaction

/// Plans migrations, examines what they would give, and plans what the checks want on top of it.
///
/// Checks of meaning look at the result of the migrations: a secret that still stands at an old
/// place collides at its new one.
struct Examiner {
  let document: ConfigDocument
  /// The strings of the document that are secret for their key.
  let secrets: [NodeID]
  let target: Release
  /// The release that the config comes from; nil when neither the file nor the user says.
  let source: Release?
  let surroundings: Surroundings
  /// The files around the config.
  let files: [StateFile]
  let request: DoctorRequest
  let secretSource: SecretSource
  /// The files of the config; nil where there is only one.
  let includes: MountedConfig?
  private let lines: LineIndex
  /// What the checks of meaning found, with fixes that say what this run does.
  private(set) var findings: [Finding] = []
  /// What the checks want done and the request allows.
  private(set) var repairs: [Repair] = []
  /// What is done in the files that OpenClaw merges with the config.
  private(set) var layerPlans: [LayerPlan] = []
  /// Whether a secret was to be made, and the system gave no random numbers.
  private(set) var hasNoRandomness = false

  init(
    document: ConfigDocument, secrets: [NodeID], target: Release, source: Release?,
    surroundings: Surroundings, files: [StateFile], request: DoctorRequest,
    secretSource: SecretSource, includes: MountedConfig? = nil
  ) {
    self.document = document
    self.secrets = secrets
    self.target = target
    self.source = source
    self.surroundings = surroundings
    self.files = files
    self.request = request
    self.secretSource = secretSource
    self.includes = includes
    lines = LineIndex(document.bytes)
  }

  /// What is wrong with the config as it is written.
  func textFindings() -> [Finding] {
    let context = context(document, secrets)
    return CheckRegistry.ofText.filter { !request.skipped.contains($0.id) }
      .flatMap { $0.findings(in: context) }
  }

  /// What is wrong with a file that OpenClaw merges with others, as far as it can be said of one of
  /// them: what is missing may stand in another.
  func findings(in layer: LayerPlan) -> [Finding] {
    let document = layer.config.document
    var context = CheckContext(
      document: document, target: target, lines: LineIndex(document.bytes))
    context.isMask = Redactor.containsLabel
    let ofText = CheckRegistry.ofText.filter { !request.skipped.contains($0.id) }
      .flatMap { $0.findings(in: context) }
    return ofText
      + SchemaFindings(
        document: document, target: target, skipped: request.skipped, isPartial: true
      ).left(by: layer.plan)
  }

  /// Plans everything that the request allows, and fills `findings` and `repairs`.
  ///
  /// - Parameter builder: learns the secrets of the result.
  /// - Returns: the plan, proven.
  /// - Throws: `PlanError` when the result must not be written.
  mutating func plan(learningWith builder: inout ReportBuilder) throws(PlanError) -> MigrationPlan {
    var planner = MigrationPlanner(
      target: target, only: request.only.isEmpty ? nil : request.only, skipped: request.skipped,
      allowsUnsafe: request.allowsUnsafe)
    planner.source = source
    planner.separate = includes?.values ?? [:]
    var borders = includes.map { IncludeGuard(config: $0, target: target) }
    if let includes, let layers = includes.layers {
      borders?.directives = layers.sites.filter { $0.text == 0 }.map(\.directive)
      try plan(includes, layers, with: &planner)
    }
    var plan = try planner.plan(document)
    findings += try borders?.withhold(from: &plan, of: &planner) ?? []
    var context = context(plan.after, plan.hasChanges ? builder.learn(plan.after) : secrets)
    context.origin = plan.origin
    examine(context, by: CheckRegistry.ofMeaning)
    if !files.isEmpty { examine(context, by: CheckRegistry.ofFiles) }
    let defaults = defaults(in: plan.after)
    findings += defaults.findings
    planner.repairs = repairs.flatMap(\.valueRepairs) + defaults.pins
    if !planner.repairs.isEmpty {
      plan = try planner.plan(document)
      findings += try borders?.withhold(from: &plan, of: &planner) ?? []
    }
    let guarded = StartGuard(
      planner: planner, document: document, context: self.context(document, secrets))
    let outcome = try guarded.withholding(from: plan, repairs: repairs)
    settle(by: outcome)
    findings += outcome.findings
    // What was examined may have been withheld since: what is left to say is of the last plan.
    guard request.parks else { return outcome.plan }
    guard includes == nil else {
      findings.append(Parking.withIncludes)
      return outcome.plan
    }
    let parked = try Parking.park(outcome.plan, for: target, skipped: request.skipped)
    findings += parked.findings
    return parked.plan
  }

  /// Plans what OpenClaw merges with the config; the planner learns what that means for the config.
  private mutating func plan(
    _ config: MountedConfig, _ layers: ConfigLayers, with planner: inout MigrationPlanner
  ) throws(PlanError) {
    let merging = LayerPlanner(config, layers, as: planner)
    let round = try merging.agreeing()
    findings += round.left.findings
    layerPlans = round.plans.dropFirst().compactMap { $0 }
    planner.skipped.formUnion(round.left.everywhere)
    planner.layers = round.left.isBlind ? nil : merging.surroundings[0]
  }

  private mutating func examine(_ context: CheckContext, by checks: [any Check]) {
    for check in checks where !request.skipped.contains(check.id) {
      let found = check.findings(in: context)
      guard !found.isEmpty else { continue }
      do throws(SecretSource.Failure) {
        let made = try check.repairs(in: context, secrets: secretSource).filter(wants)
        repairs += made
        findings += found.map { $0.decided(by: made) }
      } catch {
        hasNoRandomness = request.isRepair
        findings += found
      }
    }
  }

  /// Takes back what was to be done and is not in the plan: a finding of it is not mended.
  private mutating func settle(by outcome: StartGuard.Outcome) {
    let done = Set(outcome.plan.changes.map(\.migration))
    let kept = Set(outcome.repairs.map(\.checkID))
    repairs.removeAll {
      !kept.contains($0.checkID) || !$0.valueRepairs.isEmpty && !done.contains($0.checkID)
    }
    let left = Set(repairs.map(\.checkID)).union(done)
    for index in findings.indices where !left.contains(findings[index].checkID) {
      guard case .safe(let hint) = findings[index].fix else { continue }
      findings[index].fix = .manual(hint + "; that could not be done here, see what else is said")
    }
  }

  private func wants(_ repair: Repair) -> Bool {
    let isNamed = request.only.contains(repair.checkID)
    return (request.only.isEmpty || isNamed)
      && (!repair.isUnsafe || request.allowsUnsafe || isNamed)
  }

  private func context(_ document: ConfigDocument, _ secrets: [NodeID]) -> CheckContext {
    // Where migrations have moved things, places are those of the text that was read.
    let isOriginal = document.bytes == self.document.bytes
    var context = CheckContext(
      document: document, target: target, lines: isOriginal ? lines : nil)
    context.isMask = Redactor.containsLabel
    context.secrets = secrets
    context.files = files
    context.service = surroundings.service
    context.workspaceFiles = surroundings.workspaceFiles
    context.variables = surroundings.gateway
    context.clientVariables = surroundings.client
    return context
  }
}

extension Repair {
  /// The steps that change the config.
  var valueRepairs: [ValueRepair] {
    var isFirst = true
    return steps.compactMap { step in
      guard case .replace(let path, let text) = step else { return nil }
      defer { isFirst = false }
      return ValueRepair(
        id: checkID, path: path, value: .string(text), message: isFirst ? message : nil)
    }
  }
}

extension Finding {
  /// The finding as it is to be told: what a repair of this run does is safe to `--fix`; what none
  /// does waits for its name.
  fileprivate func decided(by repairs: [Repair]) -> Finding {
    var finding = self
    guard let hint = fix.hint else { return self }
    switch fix {
    case .safe, .unsafe:
      if repairs.contains(where: { $0.checkID == checkID && $0.message == hint }) {
        finding.fix = .safe(hint)
      } else {
        finding.fix = .unsafe(hint + "; clawdoctor --fix --only \(ours: checkID) does it")
      }
    case .manual, .none: break
    }
    return finding
  }
}
