internal import ConfigDocument
internal import ConfigSchema
internal import ConfigStore
internal import Diagnostics
internal import Migrations
internal import Redaction

/// Makes a report: the one place where findings and values become text, through one redactor.
struct ReportBuilder {
  private var redactor = Redactor()
  private var report = Report()
  /// A status that outweighs what the findings say.
  private var failure: ExitStatus?

  private mutating func text(_ message: Message) -> String { redactor.render(message).text }

  private mutating func place(_ span: SourceSpan) -> Report.Place {
    Report.Place(file: report.config.path ?? "", line: span.line, column: span.column)
  }

  // MARK: The config

  mutating func setPath(_ path: String) {
    report.config.path = text("\(outside: path)")
  }

  mutating func describe(_ opened: OpenedConfig) {
    redactor.learn(opened.document)
    report.config.format = opened.document.syntax.rawValue
    report.config.declaredRelease = TargetRelease.declared(by: opened.document)?.description
    if let location = opened.location {
      report.config.chosenBecause = text(location.explanation)
      report.config.others = location.others.map { text("\(outside: $0)") }
    }
  }

  mutating func describe(_ target: TargetRelease) {
    report.config.targetRelease = target.release.description
    report.config.targetNotes = target.notes.map { text($0) }
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
    var isFixable = false
    if case .safe = finding.fix { isFixable = true }
    report.findings.append(
      Report.Finding(
        checkID: finding.checkID, severity: severity(finding.severity),
        message: text(finding.message), why: finding.why.map { text($0) },
        path: finding.path.map { redactor.render($0).text },
        place: finding.span.map { place($0) }, since: finding.since,
        fixHint: finding.fix.hint.map { text($0) }, isFixable: isFixable,
        isFixed: finding.isFixed, excerpt: excerpt))
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

  private mutating func add(_ error: SyntaxError) {
    var message: Message = "\(ours: error.message)"
    if let related = error.related {
      message =
        "\(message); \(ours: related.note) (line \(related.span.line), column \(related.span.column))"
    }
    add(
      Finding(
        checkID: "syntax." + error.code, severity: .error, message: message, span: error.span,
        fix: .manual("\(ours: error.help)")),
      excerpt: excerpt(of: error))
  }

  private mutating func excerpt(of error: SyntaxError) -> [String] {
    let window = Excerpt.window(of: error)
    return Excerpt.lines(
      masked: redactor.excerpt(line: window.bytes).text, column: window.column)
  }

  // MARK: Plans

  mutating func add(_ plan: MigrationPlan, target: Release) {
    for finding in plan.findings { add(finding) }
    let concerned = Set(plan.changes.map(\.migration))
    let facts = Dictionary(
      MigrationChain.all.filter { concerned.contains($0.id) }.map { ($0.id, $0.facts) },
      uniquingKeysWith: { first, _ in first })
    for change in plan.changes {
      report.changes.append(
        Report.Change(
          migration: change.migration, action: change.action.rawValue,
          source: change.source.map { redactor.render($0).text },
          target: change.target.map { redactor.render($0).text },
          place: change.span.map { place($0) }, message: text(change.message)))
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

  mutating func add(_ error: PlanError) {
    failure = .refused
    switch error {
    case .unreadable:
      add(refusal("the result would not be readable JSON5", at: nil))
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

  mutating func addDiff(_ plan: MigrationPlan) {
    let name = report.config.path ?? ""
    guard plan.hasChanges else { return report.diff = [] }
    report.diff = MaskedDiff.lines(
      from: redactor.redact(plan.before), to: redactor.redact(plan.after), name: name)
  }

  // MARK: The end

  /// Puts the most urgent findings first and takes the status from them.
  ///
  /// - Parameter threshold: the least severity that counts for the status.
  /// - Returns: the report.
  mutating func finished(threshold: Report.Severity) -> Report {
    let order = Dictionary(
      uniqueKeysWithValues: Report.Severity.allCases.reversed().enumerated().map { ($1, $0) })
    report.findings = report.findings.enumerated().sorted { first, second in
      (order[first.element.severity] ?? 0, first.element.place?.line ?? .max, first.offset)
        < (order[second.element.severity] ?? 0, second.element.place?.line ?? .max, second.offset)
    }.map(\.element)
    report.status = failure ?? report.statusOfFindings(threshold: threshold)
    return report
  }
}

extension Report {
  /// What the findings that are left mean for the exit status.
  func statusOfFindings(threshold: Severity) -> ExitStatus {
    findings.contains { !$0.isFixed && $0.severity >= threshold } ? .findings : .clean
  }
}
