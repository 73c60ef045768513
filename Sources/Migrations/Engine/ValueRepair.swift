package import ConfigDocument
internal import ConfigSchema
package import Diagnostics

/// A value that a repair puts into a config, behind the migrations and with their ledger and proof.
package struct ValueRepair: Sendable, Hashable {
  /// Identifier of the check that wants it.
  package let id: String
  /// Where the value goes; objects that are missing on the way are made.
  package let path: ConfigPath
  /// The value.
  package let value: NewValue
  /// What is done, in the imperative; nil when another repair of the same check says it.
  package let message: Message?

  /// Makes a repair.
  ///
  /// - Parameters:
  ///   - id: identifier of the check that wants it.
  ///   - path: where the value goes.
  ///   - value: the value.
  ///   - message: what is done, in the imperative.
  package init(id: String, path: ConfigPath, value: NewValue, message: Message?) {
    self.id = id
    self.path = path
    self.value = value
    self.message = message
  }
}

extension Transform {
  /// Puts a value where it belongs, over the value that stands there or as a new one.
  ///
  /// - Parameter repair: what goes where.
  /// - Returns: whether it was done; a refusal is noted.
  @discardableResult
  mutating func make(_ repair: ValueRepair) -> Bool {
    facts = MigrationFacts(
      repair.id, life: Life(introduced: .oldest), summary: "", why: "")
    let isThere = has(repair.path)
    if case .taken? = obstacle(at: repair.path) { return false }
    let span = span(of: repair.path)
    let isMade = attempt(repair.path) { draft throws(EditError) in
      if isThere {
        try draft.set(repair.value, at: repair.path)
      } else {
        try draft.insert(repair.value, at: repair.path, placement: .last)
      }
    }
    guard isMade else { return false }
    record(isThere ? .converted(repair.path, to: repair.path) : .added(repair.path))
    if let message = repair.message {
      record(
        isThere ? .convert : .set, from: isThere ? repair.path : nil, to: repair.path, at: span,
        message)
    }
    return true
  }
}
