internal import ConfigDocument
package import Diagnostics

extension Transform {
  /// Turns a value into another one without a line of its own in the report: part of a larger
  /// change that `together` names.
  ///
  /// - Returns: whether it was done.
  mutating func place(
    _ source: ConfigPath, at target: ConfigPath, as value: NewValue? = nil
  ) -> Bool {
    let isPlaced = attempt(source, to: target) { draft throws(EditError) in
      if source != target { try draft.move(source, to: target) }
      if let value { try draft.set(value, at: target) }
    }
    guard isPlaced else { return false }
    record(value == nil ? .moved(source, to: target) : .converted(source, to: target))
    return true
  }

  /// Makes an empty array where nothing stands, for items to be moved into: a draft makes objects
  /// on the way to a new place, but no array as the last thing on it.
  ///
  /// - Returns: whether an array stands there; anything else is noted.
  mutating func makeArray(_ path: ConfigPath) -> Bool {
    if !has(path) { add(path, .array([]), because: nil) }
    return expect(path, .array)
  }

  /// Appends to one array the items of another that it lacks, and removes the emptied source.
  ///
  /// For lists of what is forbidden: were one of the two dropped, more would be allowed.
  ///
  /// - Parameters:
  ///   - source: an array; nothing happens when none stands there.
  ///   - target: where the items go; what is there stays.
  /// - Returns: whether the source is gone.
  @discardableResult
  package mutating func unite(_ source: ConfigPath, into target: ConfigPath) -> Bool {
    guard kind(source) == .array else { return false }
    guard has(target) else { return move(source, to: target) }
    guard kind(target) == .array else { return resolve(source, against: target, .keepBoth) }
    let change = Change(
      migration: facts.id, action: .merge, source: source, target: target, span: span(of: source),
      message: "add the items of \(source) that \(target) lacks to it")
    return together(change) { transform in
      let item = source.appending(index: 0)
      while transform.has(item) {
        let count = transform.draft.count(at: target)
        let twin = (0..<count).lazy.map { target.appending(index: $0) }
          .first { transform.draft.hasSameValue(item, $0) }
        if let twin {
          guard transform.resolve(item, against: twin, .targetWins) else { return false }
        } else if !transform.place(item, at: target.appending(index: count)) {
          return false
        }
      }
      return transform.prune(source)
    }
  }
}
