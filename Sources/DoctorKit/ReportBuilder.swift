internal import Checks
internal import ConfigDocument
internal import ConfigSchema
internal import ConfigStore
internal import Diagnostics
internal import Migrations
internal import Redaction

/// Makes a report: the one place where findings and values become text, through one redactor.
struct ReportBuilder {
  var redactor = Redactor()
  var report = Report()
  /// A status that outweighs what the findings say.
  private var failure: ExitStatus?

  /// Makes a builder.
  ///
  /// - Parameter redactor: knows the secrets of what is spoken of.
  init(knowing redactor: Redactor = Redactor()) {
    self.redactor = redactor
  }

  mutating func text(_ message: Message) -> String { redactor.render(message).text }

  /// The file around the config: places in the config are places in it.
  private(set) var host: (file: HostFile, document: ConfigDocument?)?
  /// The files of the config, where there are several: places in the whole are places in one.
  private(set) var includes: MountedConfig?

  private mutating func place(_ span: SourceSpan, in file: String? = nil) -> Report.Place {
    if let file {
      return Report.Place(
        file: text("\(outside: file)"), line: span.line, column: span.column)
    }
    if let includes {
      let (number, own) = includes.place(span)
      return place(own, in: includes.files[number].path)
    }
    let span = host?.file.place(span) ?? span
    return Report.Place(file: report.config.path ?? "", line: span.line, column: span.column)
  }

  // MARK: The config

  /// The path of the config and how it was found, as they are: what is secret in them is known only
  /// when the config has been read.
  private var path: String?
  private var location: LocatedConfig?

  mutating func setPath(_ path: String) {
    self.path = path
    renderPaths()
  }

  private mutating func renderPaths() {
    report.config.path = path.map { text("\(outside: $0)") }
    report.config.includes = includes?.files.dropFirst().map { text("\(outside: $0.path)") } ?? []
    report.config.includeFolder = includes?.folder.map { text("\(outside: $0)") }
    guard let location else { return }
    report.config.chosenBecause = text(location.explanation)
    report.config.others = location.others.map { text("\(outside: $0)") }
  }

  /// - Returns: the strings of the config that are secret for their key.
  @discardableResult
  mutating func describe(_ opened: OpenedConfig) -> [NodeID] {
    includes = opened.includes
    location = opened.location
    let secrets = learn(opened.document)
    if let host = opened.host { describe(host, opened.document) }
    for file in opened.includes?.files.dropFirst() ?? [] {
      redactor.learn(file.document, at: file.place)
    }
    renderPaths()
    report.config.format = (includes?.files[0].document ?? opened.document).syntax.rawValue
    report.config.declaredRelease = TargetRelease.declared(by: opened.document)?.description
    return secrets
  }

  /// Says what the file around a config is, and what there is to say of it.
  private mutating func describe(_ host: HostFile, _ document: ConfigDocument?) {
    self.host = (host, document)
    for document in host.documents { redactor.learn(document) }
    report.config.kind = host.kind.rawValue
    report.config.isTemplate = host.isTemplate
    report.config.at = host.carrier.map { redactor.render($0.path).text }
    report.config.documentNumber = host.document.count > 1 ? host.document.number + 1 : nil
    add(host.findings)
  }

  /// Reads the secrets of a config, so that they are hidden in everything that is said.
  ///
  /// - Returns: the strings that are secret for their key.
  @discardableResult
  mutating func learn(_ document: ConfigDocument) -> [NodeID] { redactor.learn(document) }

  /// Names the state folder, and says so when there was too much in it.
  mutating func describe(_ survey: StateSurvey) {
    report.config.stateFolder = survey.folder.map { text("\(outside: $0)") }
    if survey.isCutOff {
      report.notes.append(
        "there are more than \(StateSurvey.limit) files in the state folder; not all were looked at"
      )
    }
  }

  mutating func describe(_ target: TargetRelease) {
    report.config.targetRelease = target.release.description
    report.config.targetNotes = target.notes.map { text($0) }
  }

  /// Reads the secrets of included files that are not examined.
  mutating func learn(_ included: MountedConfig?) {
    for file in included?.files.dropFirst() ?? [] {
      redactor.learn(file.document, at: file.place)
    }
  }

  /// Reads the secrets that variables hold, so that they are hidden in everything that is said.
  mutating func learn(_ around: Surroundings) {
    for (name, value) in around.secretVariables { redactor.learn(value, ofVariable: name) }
    renderPaths()
  }

  /// Takes what a redactor knows, so that it is hidden in what is said from here on.
  mutating func know(_ redactor: Redactor) {
    self.redactor = redactor
    renderPaths()
  }

  mutating func setAcceptance(_ acceptance: Acceptance?) {
    report.config.acceptedBy = acceptance.map {
      Report.Acceptance(first: $0.first.description, last: $0.last.description)
    }
  }

  mutating func addTargetNote(_ note: Message) {
    report.config.targetNotes.append(text(note))
  }

  // MARK: Findings

  mutating func add(_ findings: [Finding]) {
    for finding in findings { add(finding) }
  }

  mutating func add(_ finding: Finding, excerpt: [String] = []) {
    var finding = finding
    if let host, let document = host.document {
      if host.file.isUnknown(finding, in: document) { return }
      if host.file.isTemplate, finding.fix.hint != nil, case .safe = finding.fix {
        finding.fix = .manual("change it by hand: a template is never rewritten")
      }
    }
    var isFixable = false
    if case .safe = finding.fix { isFixable = true }
    report.findings.append(
      Report.Finding(
        checkID: finding.checkID, severity: severity(finding.severity),
        message: text(finding.message), why: finding.why.map { text($0) },
        path: finding.path.map { redactor.render($0).text },
        place: finding.span.map { place($0, in: finding.file) },
        file: file(of: finding), since: finding.since,
        fixHint: finding.fix.hint.map { text($0) }, isFixable: isFixable,
        isFixed: finding.isFixed, excerpt: excerpt,
        repairKey: isFixable ? finding.fix.hint.map { Repair.key(finding.checkID, $0) } : nil))
  }

  /// The file that a finding is about; nil where the place in the config says it.
  private mutating func file(of finding: Finding) -> String? {
    let file = finding.file.map { text("\(outside: $0)") }
    return finding.span != nil && file == report.config.path ? nil : file
  }

  private func severity(_ severity: Severity) -> Report.Severity {
    switch severity {
    case .info: .info
    case .warning: .warning
    case .error: .error
    }
  }

  mutating func add(_ failure: OpenFailure) {
    switch failure {
    case .store(let error): add(error)
    case .syntax(let failure):
      self.failure = .unreadable
      for error in failure.errors { add(error) }
    case .conversion(let error): refuse("convert", error.message, help: error.help)
    case .embedded(let failure, let host):
      self.failure = .unreadable
      describe(host, nil)
      for error in failure.errors { add(error) }
    case .host(let failure):
      self.failure = failure.status
      for document in failure.documents { redactor.learn(document) }
      report.config.kind = failure.kind?.rawValue
      report.config.isTemplate = failure.isTemplate
      add(failure.findings)
    }
  }

  /// A store's failure ends the run with its own status.
  mutating func add(_ error: StoreError) {
    switch error.outcome {
    case .unreadable: failure = .unreadable
    case .refused: failure = .refused
    case .writeFailed: failure = .writeFailed
    }
    add(
      Finding(
        checkID: "store." + error.code.rawValue, severity: .error, message: error.message,
        fix: error.help.map { .manual($0) } ?? .none))
  }

  /// A file beside the config that is there and cannot be read: what it says is not known.
  mutating func add(unreadable error: StoreError) {
    add(
      Finding(
        checkID: "store." + error.code.rawValue, severity: .warning, message: error.message,
        why: "what it sets is not known here", fix: error.help.map { .manual($0) } ?? .none))
  }

  /// A document beside the config that is no JSON5: nothing was changed for it.
  mutating func add(_ failure: SyntaxFailure, in file: String) {
    self.failure = .unreadable
    for error in failure.errors { add(error, in: file) }
  }

  /// Ends the run with a status, whatever the findings say.
  mutating func end(as status: ExitStatus) { failure = status }

  private mutating func add(_ error: SyntaxError, in file: String? = nil) {
    var message: Message = "\(ours: error.message)"
    if let related = error.related {
      let span = host?.file.place(related.span) ?? related.span
      message =
        "\(message); \(ours: related.note) (line \(span.line), column \(span.column))"
    }
    add(
      Finding(
        checkID: "syntax." + error.code, severity: .error, message: message, span: error.span,
        file: file, fix: .manual("\(ours: error.help)")),
      excerpt: excerpt(of: error))
  }

  private mutating func excerpt(of error: SyntaxError) -> [String] {
    let window = Excerpt.window(of: error)
    return Excerpt.lines(
      masked: redactor.excerpt(line: window.bytes).text, column: window.column)
  }

  // MARK: Plans

  mutating func add(_ plan: MigrationPlan, target: Release) {
    add(plan.findings, plan.changes, of: plan, target: target)
  }

  /// What is found and done in a file that OpenClaw merges with others.
  mutating func add(_ layer: LayerPlan, _ findings: [Finding], target: Release) {
    redactor.learn(layer.plan.after)
    let whole = includes
    includes = layer.config
    add(
      (layer.plan.findings + findings).filter { layer.isOwn($0.span, $0.path) },
      layer.plan.changes.filter { layer.isOwn($0.span, $0.target ?? $0.source) },
      of: layer.plan, target: target)
    includes = whole
  }

  private mutating func add(
    _ findings: [Finding], _ changes: [Change], of plan: MigrationPlan, target: Release
  ) {
    for finding in findings { add(finding) }
    let concerned = Set(changes.map(\.migration))
    let facts = Dictionary(
      MigrationChain.all.filter { concerned.contains($0.id) }.map { ($0.id, $0.facts) },
      uniquingKeysWith: { first, _ in first })
    for change in changes {
      report.changes.append(
        Report.Change(
          migration: change.migration, action: change.action.rawValue,
          source: change.source.map { redactor.render($0).text },
          target: change.target.map { redactor.render($0).text },
          place: change.span.map { place($0) }, file: owner(of: change, in: plan),
          message: text(change.message), repairKey: nil))
      guard let facts = facts[change.migration] else { continue }
      add(
        Finding(
          checkID: change.migration,
          severity: facts.life.isRefused(by: target) ? .error : .warning,
          message: change.message, why: "\(ours: facts.why)",
          path: change.source ?? change.target, span: change.span,
          since: (facts.life.refused ?? facts.life.introduced).description,
          fix: .safe("run clawdoctor --fix")))
    }
  }

  /// The included file that gets what is new; nil for the config itself.
  private mutating func owner(of change: Change, in plan: MigrationPlan) -> String? {
    guard let includes, change.span == nil, var path = change.target else { return nil }
    while plan.before.node(at: path) == nil, let parent = path.parent { path = parent }
    guard let node = plan.before.node(at: path) else { return nil }
    let number = includes.place(plan.before.span(plan.before.range(node))).file
    return number == 0 ? nil : text("\(outside: includes.files[number].path)")
  }

  /// What repairs do beside the config: variables and modes, one change a file.
  mutating func add(_ repairs: [Repair]) {
    for repair in repairs where repair.valueRepairs.isEmpty {
      let modes = repair.modes
      guard modes.count > 1 else {
        add(repair, file: repair.file, message: repair.message)
        continue
      }
      for (path, mode) in modes {
        add(repair, file: path, message: "set its mode to \(ours: String(mode, radix: 8))")
      }
    }
  }

  /// Ends the run with a refusal.
  mutating func refuse(_ id: String, _ message: Message, help: Message) {
    failure = .refused
    add(Finding(checkID: id, severity: .error, message: message, fix: .manual(help)))
  }

  mutating func add(notes: [Message]) { report.notes += notes.map { text($0) } }

  private mutating func add(_ repair: Repair, file: String?, message: Message) {
    report.changes.append(
      Report.Change(
        migration: repair.checkID, action: Change.Action.set.rawValue, source: nil, target: nil,
        place: nil, file: file.map { text("\(outside: $0)") }, message: text(message),
        repairKey: repair.key))
  }

  /// A secret that cannot be made must not be made up.
  mutating func addRandomFailure() {
    failure = .refused
    add(
      Finding(
        checkID: "random-source", severity: .error,
        message: "the system gave no random numbers, so no secret can be made or compared",
        why: "a secret that can be guessed would be worse than none",
        fix: .manual("see why the system's random source fails, then run it again")))
  }

  mutating func add(_ error: PlanError) {
    failure = .refused
    switch error {
    case .unreadable:
      add(refusal("the result could not be read again", at: nil))
    case .unproven(let violations):
      for violation in violations.prefix(5) {
        switch violation {
        case .lost(let path): add(refusal("the value at \(path) would be lost", at: path))
        case .altered(let path): add(refusal("the value at \(path) would be altered", at: path))
        case .invented(let path):
          add(refusal("a value at \(path) would come from nowhere", at: path))
        case .comments(let count): add(refusal("\(count) comments would be lost", at: nil))
        }
      }
    }
  }

  private func refusal(_ message: Message, at path: ConfigPath?) -> Finding {
    Finding(
      checkID: "proof", severity: .error, message: message,
      why: "this is a defect of clawdoctor; the check against it has stopped the run",
      path: path, fix: .manual("leave the migration out with --skip, and report the defect"))
  }

  /// A plan on several files that does not come apart into them.
  mutating func addApartFailure() {
    failure = .refused
    add(refusal("the result cannot be taken apart into the config and its included files", at: nil))
  }

  // MARK: The end

  /// Puts the most urgent findings first and takes the status from them.
  ///
  /// - Parameter threshold: the least severity that counts for the status.
  /// - Returns: the report.
  mutating func finished(threshold: Report.Severity) -> Report {
    report.sortFindings()
    report.status = failure ?? report.statusOfFindings(threshold: threshold)
    return report
  }
}
