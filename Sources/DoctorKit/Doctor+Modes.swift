internal import Checks
internal import ConfigDocument
internal import ConfigStore
internal import Diagnostics
internal import Migrations
internal import Redaction

extension Repair {
  /// The steps that change modes: path, and the bits that may be left.
  var modes: [(path: String, mode: UInt32)] {
    steps.compactMap { step in
      guard case .setMode(let path, let mode) = step else { return nil }
      return (path, mode)
    }
  }

  /// What tells it from other repairs of a run.
  var key: Int { Self.key(checkID, message) }

  /// What tells a repair with this message from others.
  static func key(_ checkID: String, _ message: Message) -> Int {
    var hasher = Hasher()
    hasher.combine(checkID)
    hasher.combine(message)
    return hasher.finalize()
  }
}

/// What came of the modes that a run was to change.
struct ModeChanges {
  /// How many files and folders have another mode now.
  var count = 0
  /// The repairs of which all was done.
  var done: Set<Int> = []
  /// The repairs of which something could not be done, and why not.
  var failed: [(key: Int, checkID: String, error: StoreError)] = []
}

extension Doctor {
  /// Takes away the bits that repairs want away; one that cannot be taken holds no other back.
  ///
  /// - Parameters:
  ///   - repairs: which.
  ///   - survey: what stood at the paths: another file there by now is not touched.
  ///   - replaced: the files that this run has replaced, of which the survey knows the old ones.
  ///   - changes: grows by what was done.
  func restrict(
    _ repairs: [Repair], as survey: StateSurvey, replaced: Set<String>,
    into changes: inout ModeChanges
  ) {
    for repair in repairs where !repair.modes.isEmpty && !changes.done.contains(repair.key) {
      var isDone = true
      for (path, mode) in repair.modes {
        do throws(StoreError) {
          let expected = replaced.contains(path) ? nil : survey.statuses[path]
          if try store.restrict(path, to: mode, ofJust: expected) { changes.count += 1 }
        } catch {
          isDone = false
          changes.failed.append((repair.key, repair.checkID, error))
        }
      }
      if isDone { changes.done.insert(repair.key) }
    }
  }

  /// The repairs that must come before the config is written, which is refused in a folder that
  /// everybody may write to.
  func openFolderRepairs(_ examination: Examination, around snapshot: Snapshot) -> [Repair] {
    let folder = StateSurvey.split(snapshot.target).folder
    guard let status = examination.survey?.statuses[folder], status.mode & 0o1002 == 0o002,
      examination.plan?.hasChanges == true
    else { return [] }
    return examination.repairs.filter { repair in
      repair.modes.count == 1 && repair.modes[0].path == folder && !repair.isUnsafe
    }
  }
}

extension Report {
  /// Takes back what was announced and could not be done, and says why.
  mutating func withdraw(_ changes: ModeChanges) {
    guard !changes.failed.isEmpty else { return }
    let keys = Set(changes.failed.map(\.key))
    var redactor = Redactor()
    let left = Set(changes.failed.map { redactor.render("\(outside: $0.error.path)").text })
    self.changes.removeAll { change in
      guard let key = change.repairKey, keys.contains(key) else { return false }
      // A repair of many files that failed at some has done the rest.
      return change.file.map { left.contains($0) } ?? true
    }
    for index in findings.indices {
      guard let key = findings[index].repairKey, keys.contains(key) else { continue }
      findings[index].isFixable = false
    }
    var builder = ReportBuilder()
    for failure in changes.failed.prefix(10) {
      builder.add(
        Diagnostics.Finding(
          checkID: failure.checkID, severity: .warning, message: failure.error.message,
          file: failure.error.path, fix: failure.error.help.map { .manual($0) } ?? .none))
    }
    findings += builder.finished(threshold: .info).findings
  }
}
