internal import ConfigDocument
internal import ConfigStore
internal import Diagnostics
internal import Migrations
internal import Redaction

/// What a repair came to.
public struct FixOutcome: Sendable {
  /// What was found and done.
  public let report: Report
  /// The repaired config, where the input was standard input: for standard output.
  ///
  /// Nil when there is nothing to give out.
  public let filtered: [UInt8]?
}

extension Doctor {
  /// Migrates a config and applies safe repairs.
  ///
  /// A file that changes between reading and writing is read and planned again, twice at most.
  ///
  /// - Parameter request: what to repair, and how.
  /// - Returns: the report, which says what was written and where the backup is.
  public func fix(_ request: DoctorRequest) -> FixOutcome {
    var request = request
    request.isRepair = true
    var attempts = 0
    var recovered: [Message] = []
    if request.source == .file, !request.isDryRun, request.output == nil {
      do throws(StoreError) {
        recovered = try finishInterrupted(request)
      } catch {
        var builder = ReportBuilder(knowing: redactor(for: request))
        builder.setPath(error.path)
        builder.add(error)
        return FixOutcome(report: builder.finished(threshold: request.threshold), filtered: nil)
      }
    }
    // A folder that was closed for a write that failed is closed, whatever comes next.
    var early = ModeChanges()
    while true {
      attempts += 1
      let examination = examine(request)
      guard let opened = examination.opened, let plan = examination.plan,
        examination.report.status != .refused
      else {
        return FixOutcome(
          report: examination.report, filtered: untouched(request, examination.report))
      }
      guard let snapshot = opened.snapshot else {
        return filter(plan, opened, examination, request)
      }
      if request.isDryRun { return FixOutcome(report: examination.report, filtered: nil) }
      do throws(StoreError) {
        var writing = try write(examination, over: snapshot, request, early: &early)
        writing.notes = recovered + writing.notes
        return FixOutcome(
          report: finished(examination, writing, request), filtered: nil)
      } catch {
        if error.code == .changedMeanwhile || error.code == .exists, attempts < 3 { continue }
        var builder = ReportBuilder(knowing: examination.redactor)
        builder.add(error)
        var report = examination.report.failed(builder.finished(threshold: .info))
        report.markFixed(only: early.done)
        return FixOutcome(report: report, filtered: nil)
      }
    }
  }

  /// What a filter gives out where there is nothing to repair: a pipe must not end in an empty file.
  private func untouched(_ request: DoctorRequest, _ report: Report) -> [UInt8]? {
    guard case .bytes(let bytes) = request.source, !request.isDryRun, request.output == nil,
      [.clean, .findings].contains(report.status)
    else { return nil }
    return bytes
  }

  /// Standard input to standard output.
  ///
  /// A text with labels of hidden values is refused: it is a view that was made for showing, and
  /// must not become a config.
  private func filter(
    _ plan: MigrationPlan, _ opened: OpenedConfig, _ examination: Examination,
    _ request: DoctorRequest
  ) -> FixOutcome {
    var report = examination.report
    let bytes: [UInt8]
    do throws(CarrierError) {
      bytes = try opened.filtered(plan, request)
    } catch {
      return FixOutcome(
        report: report.refused(for: error, knowing: examination.redactor), filtered: nil)
    }
    if report.findings.contains(where: { $0.checkID == "masked-value" }) {
      return FixOutcome(report: report.refusedAsView(), filtered: nil)
    }
    guard !request.isDryRun else { return FixOutcome(report: report, filtered: nil) }
    if let output = request.output {
      do throws(StoreError) {
        let writing = Writing(receipt: try write(bytes, to: output))
        return FixOutcome(report: finished(examination, writing, request), filtered: nil)
      } catch {
        var builder = ReportBuilder(knowing: examination.redactor)
        builder.add(error)
        return FixOutcome(report: report.failed(builder.finished(threshold: .info)), filtered: nil)
      }
    }
    report.markFixed(threshold: request.threshold)
    return FixOutcome(report: report, filtered: bytes)
  }

  func write(
    _ bytes: [UInt8], to path: String, reason: String = "fix"
  ) throws(StoreError) -> Receipt {
    let existing: Snapshot
    do throws(StoreError) {
      existing = try store.load(path)
    } catch {
      guard error.code == .missing else { throw error }
      return try store.create(bytes, at: path, reason: reason + " --output")
    }
    return try store.commit(bytes, over: existing, reason: reason + " --output")
  }

  private func finished(
    _ examination: Examination, _ writing: Writing, _ request: DoctorRequest
  ) -> Report {
    var report = examination.report
    var redactor = examination.redactor
    report.notes += writing.notes.map { redactor.render($0).text }
    report.withdraw(writing.modes)
    report.markFixed(threshold: request.threshold)
    if writing.receipt?.isWritten != true, writing.modes.count == 0, !writing.modes.failed.isEmpty {
      report.status = .writeFailed
    }
    report.tell(writing, knowing: examination.redactor)
    return report
  }
}

extension Report {
  /// The report of an input that is a view: only what makes it one, the reason first.
  func refusedAsView() -> Report {
    var builder = ReportBuilder()
    builder.add(
      Diagnostics.Finding(
        checkID: "redacted-input", severity: .error,
        message: "the input is a view of a config with its secrets hidden, and cannot become one",
        why: "the labels would stand where the secrets were",
        fix: .manual("give the config itself instead of what clawdoctor has shown of it")))
    var report = self
    report.findings =
      builder.finished(threshold: .error).findings
      + findings.filter { $0.checkID == "masked-value" }
    report.changes = []
    report.diff = nil
    report.status = .refused
    return report
  }

  /// Says where something was written, and where the old bytes are.
  ///
  /// - Parameters:
  ///   - writing: what was done.
  ///   - redactor: knows the secrets of the config, which a folder may be called like.
  mutating func tell(_ writing: Doctor.Writing, knowing redactor: Redactor) {
    guard let receipt = writing.receipt else { return }
    var redactor = redactor
    isWritten = receipt.isWritten
    let written = writing.written.isEmpty ? [receipt.path] : writing.written
    writtenTo = written.first.map { redactor.render("\(outside: $0)").text }
    if receipt.isWritten {
      writtenFiles = written.map { redactor.render("\(outside: $0)").text }
    }
    backup = receipt.backupPath.map { redactor.render("\(outside: $0)").text }
    if receipt.isWritten, !receipt.isAtomic {
      notes.append(
        "the file was written in place, because it cannot be replaced where it is mounted")
    }
  }

  /// Marks what the plan did as mended and takes the status from what is left.
  mutating func markFixed(threshold: Severity) {
    for index in findings.indices where findings[index].isFixable { findings[index].isFixed = true }
    status = statusOfFindings(threshold: threshold)
  }

  /// Marks what certain repairs mended, and nothing else.
  mutating func markFixed(only keys: Set<Int>) {
    for index in findings.indices {
      guard let key = findings[index].repairKey, keys.contains(key) else { continue }
      findings[index].isFixed = true
    }
  }

  /// The report of a plan that could not be written: nothing of it was done.
  func failed(_ failure: Report) -> Report {
    var report = self
    report.findings = failure.findings + findings
    report.status = failure.status
    return report
  }
}
