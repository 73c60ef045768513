internal import Checks
internal import ConfigDocument
internal import ConfigSchema
internal import ConfigStore
internal import Diagnostics
internal import Migrations
internal import Redaction

/// One attempt to make a gateway token: look, decide, plan, write.
struct TokenGeneration {
  private static let id = "generate-gateway-token"

  let token: TokenRequest
  let request: DoctorRequest
  private var builder = ReportBuilder()
  private var opened: OpenedConfig?
  private var surroundings = Surroundings.none
  private var migrationPlan: MigrationPlan?
  private var steps: GatewayTokenDecision.Steps?
  private var secret: String?
  /// The strings of the config that are secret for their key.
  private var secrets: [NodeID] = []
  private var notes: [Message] = []
  private var receipts: [Receipt] = []

  init(token: TokenRequest, request: DoctorRequest) {
    self.token = token
    self.request = request
  }

  // MARK: Looking and deciding

  /// Decides and plans.
  ///
  /// - Parameter doctor: knows the machine.
  /// - Returns: whether there is something to write.
  mutating func plan(with doctor: Doctor) -> Bool {
    let opened: OpenedConfig
    do throws(OpenFailure) {
      opened = doctor.followingIncludes(
        try doctor.open(request, describing: &builder), request)
    } catch {
      if token.destination == .print, error.isMissing { return makeAlone(doctor) }
      builder.add(error)
      return false
    }
    guard opened.isInPlace, opened.host?.isTemplate != true else {
      builder.refuse(
        Self.id, "the config is part of a file that it is made from for another place",
        help: "make a token with --print, and put it where that place keeps its secrets")
      return false
    }
    self.opened = opened
    secrets = builder.describe(opened)
    let target = doctor.target(of: opened.document, request)
    builder.describe(target)
    surroundings = doctor.surroundings(of: opened, for: target.release, request)
    builder.learn(surroundings)
    let context = context(opened.document, secrets, target.release)
    switch GatewayTokenDecision.decide(context, into: destination, rotates: token.rotates) {
    case .refuse(let message, let help):
      builder.refuse(Self.id, message, help: help)
      return false
    case .keep(let message):
      // A script that waits for a token must not take silence for one.
      if token.destination == .print {
        builder.refuse(Self.id, message, help: "use --print --rotate for a new one")
      } else {
        notes.append(message)
      }
      addFindings(context)
      return false
    case .make(let steps):
      self.steps = steps
      return make(steps, context, doctor)
    }
  }

  /// Makes a token where there is no config that it could be in the way of.
  private mutating func makeAlone(_ doctor: Doctor) -> Bool {
    steps = GatewayTokenDecision.Steps()
    return makeSecret(doctor)
  }

  private mutating func makeSecret(_ doctor: Doctor) -> Bool {
    do throws(SecretSource.Failure) {
      secret = try SecretSource(random: doctor.environment.randomBytes ?? { _ in nil }).token()
      return true
    } catch {
      builder.addRandomFailure()
      return false
    }
  }

  private var destination: GatewayTokenDecision.Destination {
    switch token.destination {
    case .stateFile: .stateFile
    case .config: .config
    case .print: .print
    }
  }

  private func context(
    _ document: ConfigDocument, _ secrets: [NodeID], _ release: Release
  ) -> CheckContext {
    var context = CheckContext(
      document: document, target: release, lines: LineIndex(document.bytes))
    context.isMask = Redactor.containsLabel
    context.secrets = secrets
    context.variables = surroundings.gateway
    context.clientVariables = surroundings.client
    return context
  }

  // MARK: Planning

  private mutating func make(
    _ steps: GatewayTokenDecision.Steps, _ context: CheckContext, _ doctor: Doctor
  ) -> Bool {
    if steps.variable != nil || steps.isInline || token.destination == .print {
      guard makeSecret(doctor) else { return false }
    }
    guard token.destination != .print else { return true }
    var planner = MigrationPlanner(target: context.target, chain: [])
    planner.repairs = repairs(steps)
    planner.separate = opened?.includes?.values ?? [:]
    do throws(PlanError) {
      let plan = try planner.plan(context.document)
      guard plan.findings.isEmpty else {
        for finding in plan.findings { builder.add(finding) }
        builder.refuse(
          Self.id, "the config cannot be wired up", help: "mend what is said above it first")
        return false
      }
      guard opened?.parts(of: plan) != nil else {
        builder.addApartFailure()
        return false
      }
      migrationPlan = plan
      return keepsStart(plan, context)
    } catch {
      builder.add(error)
      return false
    }
  }

  private func repairs(_ steps: GatewayTokenDecision.Steps) -> [ValueRepair] {
    var repairs: [ValueRepair] = []
    if steps.setsMode {
      repairs.append(
        ValueRepair(
          id: Self.id, path: GatewayAuth.Key.mode, value: .string("token"),
          message: "set \(GatewayAuth.Key.mode) to \"token\""))
    }
    if steps.isInline, let secret {
      repairs.append(
        ValueRepair(
          id: Self.id, path: GatewayAuth.Key.token, value: .string(secret),
          message: "put a new token at \(GatewayAuth.Key.token)"))
    } else if steps.refers {
      let name = steps.variable ?? GatewayTokenDecision.variable
      repairs.append(
        ValueRepair(
          id: Self.id, path: GatewayAuth.Key.token, value: .string("${\(name)}"),
          message: "let \(GatewayAuth.Key.token) refer to the variable \(ours: name)"))
    }
    return repairs
  }

  /// Whether the gateway would start as it would have before; says so when not.
  private mutating func keepsStart(_ plan: MigrationPlan, _ context: CheckContext) -> Bool {
    var after = self.context(plan.after, builder.learn(plan.after), context.target)
    if let name = steps?.variable, let secret {
      let repair = Repair(
        checkID: Self.id, message: "", steps: [.setVariable(name, to: secret)])
      after.variables = context.variables.setting([repair])
      after.clientVariables = context.clientVariables.setting([repair])
    }
    after.origin = plan.origin
    func broken(_ context: CheckContext) -> [Finding] {
      CheckRegistry.startRules.flatMap { $0.findings(in: context) }.filter { $0.severity > .info }
    }
    let known = Set(broken(context).map(\.checkID))
    let new = broken(after).filter { !known.contains($0.checkID) }
    builder.add(plan, target: context.target)
    addChanges(plan)
    addFindings(after)
    guard !new.isEmpty else { return true }
    builder.refuse(
      Self.id, "with a token the gateway would not start", help: "mend the errors first")
    return false
  }

  /// What else is wrong with how the gateway tells who is calling.
  private mutating func addFindings(_ context: CheckContext) {
    for check in CheckRegistry.ofMeaning {
      for finding in check.findings(in: context) {
        let section = finding.path?.steps.first
        if section == .key("gateway") || section == .key("hooks") { builder.add(finding) }
      }
    }
  }

  private mutating func addChanges(_ plan: MigrationPlan) {
    if let name = steps?.variable, let path = surroundings.stateFile {
      let isNew = surroundings.stateSnapshot.map { DotEnvDocument($0.bytes).value(of: name) } == nil
      builder.add([
        Repair(
          checkID: Self.id,
          message: isNew
            ? "set \(ours: name) in \(outside: path) to a new token"
            : "replace \(ours: name) in \(outside: path) by a new token",
          steps: [.setVariable(name, to: "")])
      ])
    }
    if request.wantsDiff { builder.addDiff(plan, opened?.parts(of: plan) ?? []) }
  }

  // MARK: Writing

  /// Writes the `.env`, then the config.
  ///
  /// - Parameter doctor: knows the store.
  /// - Throws: `StoreError`; what was written before it does no harm.
  mutating func write(with doctor: Doctor) throws(StoreError) {
    guard let opened, let snapshot = opened.snapshot, let plan = migrationPlan else { return }
    if let name = steps?.variable, let secret {
      let receipt = try doctor.setVariables([(name, secret)], surroundings, reason: Self.id)
      receipts.append(receipt)
      notes.append("the token is in \(outside: receipt.path), for nobody else to read")
    }
    let parts = opened.parts(of: plan) ?? []
    receipts.append(try doctor.commit(parts, of: opened, snapshot, reason: Self.id))
    notes.append("restart the gateway, so that it takes the token")
    if steps?.isRotation == true {
      notes.append(
        """
        whoever holds the old token must learn the new one: gateway.remote.token on other machines, \
        the control UI, scripts, the definition of the service
        """)
    }
  }

  mutating func fail(_ error: StoreError) { builder.add(error) }

  // MARK: Telling

  /// The report of what was done so far.
  var outcome: TokenOutcome {
    var builder = builder
    builder.add(notes: notes)
    var report = builder.finished(threshold: request.threshold)
    let written = receipts.filter(\.isWritten)
    if !written.isEmpty {
      var redactor = builder.redactor
      report.isWritten = true
      report.writtenTo = written.last.map { redactor.render("\(outside: $0.path)").text }
      report.backup = written.last?.backupPath.map { redactor.render("\(outside: $0)").text }
    }
    let isPrinted = token.destination == .print && steps != nil && !request.isDryRun
    return TokenOutcome(report: report, token: isPrinted ? secret : nil)
  }
}
