internal import Checks
internal import ConfigDocument
internal import ConfigSchema
internal import ConfigStore
internal import Diagnostics
internal import Migrations
internal import Redaction

/// One attempt to edit a config: read, edit, look at the result, say what it is.
struct EditRun {
  let edit: EditRequest
  let request: DoctorRequest
  private var builder = ReportBuilder()
  /// Knows the secrets of what was read.
  var redactor: Redactor { builder.redactor }
  private(set) var opened: OpenedConfig?
  private(set) var plan: MigrationPlan?
  /// What goes into which file.
  private(set) var parts: [FileChange] = []
  private var restored = 0

  init(_ edit: EditRequest, _ request: DoctorRequest) {
    self.edit = edit
    self.request = request
  }

  private var isRestoring: Bool {
    if case .restore = edit.edit { true } else { false }
  }

  /// The report of what was found so far.
  var report: Report {
    var builder = builder
    return builder.finished(threshold: request.threshold)
  }

  /// Plans the edit.
  ///
  /// - Parameter doctor: knows the machine.
  /// - Returns: whether there is a result that may be written; it may be the config as it is.
  mutating func plan(with doctor: Doctor) -> Bool {
    let opened: OpenedConfig
    do throws(OpenFailure) {
      opened = doctor.followingIncludes(try doctor.open(request, describing: &builder), request)
    } catch {
      builder.add(error)
      return false
    }
    self.opened = opened
    builder.describe(opened)
    let target = doctor.target(of: opened.document, request)
    builder.describe(target)
    if opened.snapshot == nil, !isRestoring, refusesView(opened.document) { return false }
    var maker = EditMaker(edit, opened, target: target.release)
    do throws(EditMaker.Stop) {
      try maker.make()
    } catch {
      tell(error)
      return false
    }
    restored = maker.restored
    return finish(maker, opened, target.release, doctor)
  }

  /// Standard input with masks is a view, and must not become a config.
  private mutating func refusesView(_ document: ConfigDocument) -> Bool {
    guard !Masks(in: document).isEmpty else { return false }
    builder.refuse(
      "redacted-input", "the input is a view of a config with its secrets hidden",
      help: "give the config itself instead of what clawdoctor has shown of it")
    return true
  }

  private mutating func tell(_ stop: EditMaker.Stop) {
    switch stop {
    case .refused(let findings):
      builder.end(as: .refused)
      builder.add(findings)
    case .absent(let findings):
      builder.end(as: .findings)
      builder.add(findings)
    case .malformed(let finding):
      builder.end(as: .usage)
      builder.add(finding)
    case .unreadable(let failure, let name):
      builder.add(failure, in: name)
    }
  }

  // MARK: The result

  private mutating func finish(
    _ maker: EditMaker, _ opened: OpenedConfig, _ target: Release, _ doctor: Doctor
  ) -> Bool {
    let plan: MigrationPlan
    do throws(PlanError) {
      plan = try maker.session.plan()
    } catch {
      builder.add(error)
      return false
    }
    self.plan = plan
    builder.learn(plan.after)
    builder.add(maker.findings)
    guard plan.hasChanges else {
      builder.add(notes: [
        isRestoring
          ? "nothing was put back: \(ours: Masks(in: opened.document).isEmpty ? "no mask stands in the config" : "see above")"
          : "the config has that already"
      ])
      if opened.snapshot == nil { return !isRestoring || !refusesView(opened.document) }
      return true
    }
    let fates = MountFates(opened.includes?.mounts ?? [], through: plan.ledger)
    guard fates.crossings.isEmpty else {
      for crossing in fates.crossings { add(crossing, opened) }
      return false
    }
    guard isAccepted(plan, opened, target, doctor) else { return false }
    if let refusal = opened.refusal(of: plan, isRepair: true) {
      builder.refuse(refusal.id, refusal.message, help: refusal.help)
      return false
    }
    guard let parts = opened.parts(of: plan) else {
      builder.addApartFailure()
      return false
    }
    self.parts = parts
    if opened.snapshot == nil, refusesView(plan.after) { return false }
    builder.add(plan, target: target)
    if request.wantsDiff { builder.addDiff(plan, parts, word: isRestoring ? "fixed" : "edited") }
    addNotes(opened, target)
    return true
  }

  private mutating func add(_ crossing: MountFates.Crossing, _ opened: OpenedConfig) {
    guard let files = opened.includes?.files else { return }
    let from: Message = "\(outside: files[crossing.from].path)"
    if let to = crossing.to {
      builder.refuse(
        "edit",
        "\(crossing.path) would go from \(from) into \(outside: files[to].path)",
        help: "move it by hand to the file that it belongs to")
    } else {
      builder.refuse(
        "edit", "\(crossing.path) in \(from) includes another file, and the include would go",
        help: "change the include by hand, in the file that has it")
    }
  }

  /// Whether nothing is wrong with the result that was not wrong before; says so when not.
  private mutating func isAccepted(
    _ plan: MigrationPlan, _ opened: OpenedConfig, _ target: Release, _ doctor: Doctor
  ) -> Bool {
    let surroundings = doctor.surroundings(of: opened, for: target, request)
    builder.learn(surroundings)
    var redactor = Redactor()
    let lines = LineIndex(plan.before.bytes)
    let secrets = [redactor.learn(plan.before), redactor.learn(plan.after)]
    let outcome = EditGuard(
      plan: plan, target: target,
      context: { document in
        let isBefore = document.bytes == plan.before.bytes
        var context = CheckContext(
          document: document, target: target, lines: isBefore ? lines : nil)
        context.isMask = Redactor.containsLabel
        context.secrets = secrets[isBefore ? 0 : 1]
        context.variables = surroundings.gateway
        context.clientVariables = surroundings.client
        return context
      }
    ).outcome()
    // What a backup gives back was there before; the report says what is wrong with it.
    guard outcome.refusals.isEmpty || isRestoring else {
      builder.refuse(
        "edit-refused",
        "OpenClaw \(ours: target.description) would not start with the result, so nothing is written",
        help: "mend what is said of it; several values can be set in one command")
      builder.add(outcome.refusals)
      return false
    }
    builder.add(outcome.refusals + outcome.remarks)
    return true
  }

  private mutating func addNotes(
    _ opened: OpenedConfig, _ target: Release
  ) {
    var notes: [Message] = []
    var planner = MigrationPlanner(target: target)
    planner.separate = opened.includes?.values ?? [:]
    if let pending = try? planner.plan(opened.document), !pending.changes.isEmpty {
      let count = Set(pending.changes.map(\.migration)).count
      notes.append(
        "\(count) pending \(ours: count == 1 ? "migration was" : "migrations were") left alone: clawdoctor shows them"
      )
    }
    builder.add(notes: notes)
  }
}
