internal import ConfigDocument
internal import ConfigStore
internal import Diagnostics
internal import Migrations

extension Doctor {
  /// Changes what a user names in a config, and nothing else.
  ///
  /// The result is written only when the release accepts it, or refuses it for no other reason than
  /// it did before. A file that changes between reading and writing is read and edited again: of
  /// several edits at once all are done (FM-11).
  ///
  /// - Parameters:
  ///   - edit: what to change.
  ///   - request: which config, and whether and where to write.
  /// - Returns: the report, and the config for standard output where it came from standard input.
  public func edit(_ edit: EditRequest, _ request: DoctorRequest) -> FixOutcome {
    var recovered: [Message] = []
    if request.source == .file, !request.isDryRun, request.output == nil {
      do throws(StoreError) {
        recovered = try finishInterrupted(request)
      } catch {
        var builder = ReportBuilder()
        builder.setPath(error.path)
        builder.add(error)
        return FixOutcome(report: builder.finished(threshold: request.threshold), filtered: nil)
      }
    }
    var attempts = 0
    while true {
      attempts += 1
      var run = EditRun(edit, request)
      guard run.plan(with: self), let plan = run.plan, let opened = run.opened else {
        return FixOutcome(report: run.report, filtered: nil)
      }
      if request.isDryRun { return FixOutcome(report: run.report, filtered: nil) }
      var report = run.report
      let filtered: [UInt8]
      do throws(CarrierError) {
        filtered = try opened.filtered(plan, request)
      } catch {
        return FixOutcome(report: report.refused(for: error, knowing: run.redactor), filtered: nil)
      }
      do throws(StoreError) {
        var writing = Writing()
        if let output = request.output {
          let root = opened.snapshot?.target
          guard run.parts.allSatisfy({ $0.snapshot.target == root }) else {
            throw .severalFiles(output)
          }
          let bytes = opened.snapshot.map { run.parts.first?.bytes ?? $0.bytes }
          writing.receipt = try write(bytes ?? filtered, to: output, reason: edit.edit.id)
        } else if let snapshot = opened.snapshot {
          writing.receipt = try commit(run.parts, of: opened, snapshot, reason: edit.edit.id)
          writing.written = run.parts.map(\.snapshot.path)
        } else {
          return FixOutcome(report: report, filtered: filtered)
        }
        report.tell(writing, knowing: run.redactor)
        var builder = ReportBuilder(knowing: run.redactor)
        builder.add(notes: recovered)
        report.notes = builder.finished(threshold: .info).notes + report.notes
        return FixOutcome(report: report, filtered: nil)
      } catch {
        // Somebody was faster: what is there now is edited.
        let isRace = [.changedMeanwhile, .exists, .locked].contains(error.code)
        if isRace, attempts < 20 { continue }
        var builder = ReportBuilder(knowing: run.redactor)
        builder.add(error)
        return FixOutcome(report: report.failed(builder.finished(threshold: .info)), filtered: nil)
      }
    }
  }
}
