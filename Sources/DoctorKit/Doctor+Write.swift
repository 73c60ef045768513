internal import Checks
internal import ConfigDocument
internal import ConfigStore
internal import Diagnostics
internal import Migrations

extension Doctor {
  /// Everything that a repair writes, in the order in which a crash between two of them does the
  /// least: a variable that nothing refers to yet, the config, then modes.
  ///
  /// Only a folder that everybody may write to is closed first, because nothing is written in one.
  struct Writing {
    var receipt: Receipt?
    /// What came of the modes.
    var modes = ModeChanges()
    /// The config and included files that were written.
    var written: [String] = []
    /// Sentences on what was written beside the config.
    var notes: [Message] = []
  }

  /// Writes what was planned.
  ///
  /// - Parameters:
  ///   - examination: the plan, and what was read for it.
  ///   - snapshot: the config as it was read.
  ///   - request: where to.
  ///   - early: learns which modes were changed before the config, for when its write fails.
  /// - Returns: what was written.
  /// - Throws: `StoreError`; what was written before it stays and does no harm. A mode that cannot
  ///   be changed does not throw: the result says so.
  func write(
    _ examination: Examination, over snapshot: Snapshot, _ request: DoctorRequest,
    early: inout ModeChanges
  ) throws(StoreError) -> Writing {
    var writing = Writing()
    if let output = request.output {
      let isWithin = examination.parts.allSatisfy { $0.snapshot.target == snapshot.target }
      guard isWithin else { throw .severalFiles(output) }
      writing.receipt = try write(examination.parts.first?.bytes ?? snapshot.bytes, to: output)
      return writing
    }
    if request.adopts, let opened = examination.opened, let path = adoption(of: opened) {
      // Included files are found from the folder of the config, and would stay behind.
      guard opened.includes == nil else { throw .severalFiles(path) }
      let adopted = try adopt(
        examination.parts.first?.bytes ?? snapshot.bytes, at: path, from: snapshot.path)
      writing.receipt = adopted.receipt
      writing.notes = adopted.notes
      return writing
    }
    if let survey = examination.survey {
      restrict(
        openFolderRepairs(examination, around: snapshot), as: survey, replaced: [], into: &early)
    }
    writing.modes = early
    let steps = examination.repairs.flatMap(\.steps)
    var replaced: Set<String> = []
    var variables: [(name: String, value: String)] = []
    for case .setVariable(let name, let value) in steps { variables.append((name, value)) }
    if !variables.isEmpty {
      let receipt = try setVariables(variables, examination.surroundings, reason: "fix")
      replaced.insert(receipt.target)
      writing.notes.append("the new secret is in \(outside: receipt.path)")
    }
    guard let opened = examination.opened else { return writing }
    writing.receipt = try commit(examination.parts, of: opened, snapshot, reason: "fix")
    replaced.formUnion(examination.parts.map(\.snapshot.target))
    writing.written = examination.parts.map(\.snapshot.path)
    if let survey = examination.survey {
      restrict(examination.repairs, as: survey, replaced: replaced, into: &writing.modes)
    }
    return writing
  }

  /// Sets variables in the `.env` of the state folder, which nobody else may read afterwards.
  func setVariables(
    _ variables: [(name: String, value: String)], _ around: Surroundings, reason: String
  ) throws(StoreError) -> Receipt {
    guard let path = around.stateFile else { throw .noStateFolder() }
    var bytes = around.stateSnapshot?.bytes ?? []
    for variable in variables {
      do throws(DotEnvError) {
        bytes = try DotEnvDocument(bytes).setting(variable.name, to: variable.value)
      } catch {
        throw .unwritableVariable(path, error.message, help: error.help)
      }
    }
    guard let snapshot = around.stateSnapshot else {
      return try store.create(bytes, at: path, reason: reason)
    }
    // Nobody may read the file between the new secret and the tighter mode.
    guard try store.restrict(snapshot.target, to: around.isShared ? 0o660 : 0o600) else {
      return try store.commit(bytes, over: snapshot, reason: reason)
    }
    let tightened = try store.load(path)
    // Over what was read: another text is found to have changed meanwhile.
    return try store.commit(
      bytes, over: tightened.bytes == snapshot.bytes ? tightened : snapshot, reason: reason)
  }
}
