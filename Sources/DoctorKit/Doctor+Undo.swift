internal import ConfigStore
internal import Diagnostics
internal import Redaction

/// A backup that `undo` can go back to.
public struct Backup: Sendable, Hashable {
  /// Its number.
  public let id: Int
  /// When it was made, in seconds since 1970-01-01 00:00 UTC.
  public let time: Int64
  /// What it was made for: `fix`, `undo`.
  public let reason: String
  /// The number of bytes.
  public let size: Int
}

extension Doctor {
  /// Lists the backups of a config, newest first.
  ///
  /// - Parameter request: which config.
  /// - Returns: the backups, or a report on why they cannot be listed.
  public func backups(_ request: DoctorRequest) -> Result<[Backup], ReportError> {
    do throws(StoreError) {
      let path = try locate(request).path
      return .success(
        try store.history(of: path).map {
          Backup(id: $0.id, time: $0.time, reason: $0.reason, size: $0.old.size)
        })
    } catch {
      return .failure(ReportError(report: report(error)))
    }
  }

  /// Puts a config back as it was before a write, byte for byte.
  ///
  /// - Parameters:
  ///   - id: the number of the backup; nil for the state before the last write.
  ///   - isForced: whether to go on although somebody has edited the file since. What stands there
  ///     is backed up in any case.
  ///   - request: which config.
  /// - Returns: the report.
  public func undo(to id: Int?, isForced: Bool, _ request: DoctorRequest) -> Report {
    do throws(StoreError) {
      let path = try locate(request).path
      let finished = try finishInterrupted(request)
      let receipt = try store.undo(path, to: id, isForced: isForced)
      var redactor = redactor(for: request)
      var report = Report()
      report.notes = finished.map { redactor.render($0).text }
      report.config.path = redactor.render("\(outside: path)").text
      report.isWritten = receipt.isWritten
      report.writtenTo = report.config.path
      report.backup = receipt.backupPath.map { redactor.render("\(outside: $0)").text }
      report.notes.append(
        receipt.isWritten
          ? receipt.restored.map { "put back backup \($0)" } ?? "put back"
          : "the config is already as it was")
      report.notes += receipt.others.map {
        redactor.render("put back \(outside: $0) with it").text
      }
      report.notes += receipt.left.map {
        redactor.render("\(outside: $0) could not be put back").text
      }
      return report
    } catch {
      return report(error)
    }
  }

  /// Finishes a write of several files that was cut off.
  ///
  /// - Returns: what there is to say about it; nothing where none was.
  func finishInterrupted(_ request: DoctorRequest) throws(StoreError) -> [Message] {
    guard let location = try? locate(request), location.exists,
      let files = try store.recover(location.path)
    else { return [] }
    let noun = files.count == 1 ? "file" : "files"
    return ["finished an earlier write of \(files.count) \(ours: noun) that was cut off"]
  }

  private func report(_ error: StoreError) -> Report {
    var builder = ReportBuilder()
    builder.setPath(error.path)
    builder.add(error)
    return builder.finished(threshold: .warning)
  }
}

/// A report as the reason why there is no result.
public struct ReportError: Error, Sendable {
  /// What went wrong.
  public let report: Report
}
