package import ConfigDocument
package import Diagnostics

extension Transform {
  /// What happens when something stands at the new place already.
  package enum Conflict: Sendable {
    /// The newer gateway reads the new place: what stands there stays, the old value goes and the
    /// report says so.
    case targetWins
    /// Both stay and the reader decides, unless they are equal.
    case keepBoth
  }

  /// Moves a value, or gives its key another name; its comments go along.
  ///
  /// - Parameters:
  ///   - source: where it stands; nothing happens when nothing does.
  ///   - target: where it goes; objects that are missing on the way are made.
  ///   - conflict: what happens when something stands there already.
  /// - Returns: whether the source is gone.
  @discardableResult
  package mutating func move(
    _ source: ConfigPath, to target: ConfigPath, conflict: Conflict = .targetWins
  ) -> Bool {
    guard has(source) else { return false }
    clearNull(target, from: source)
    guard !has(target) || source.isPrefix(of: target) else {
      return resolve(source, against: target, conflict)
    }
    clearWay(to: target, from: source)
    let span = span(of: source)
    let isMoved = attempt(source, to: target) { draft throws(EditError) in
      try draft.move(source, to: target)
    }
    guard isMoved else { return false }
    record(.moved(source, to: target))
    record(
      source.parent == target.parent ? .rename : .move, from: source, to: target, at: span,
      source.parent == target.parent
        ? "rename \(source) to \(target)" : "move \(source) to \(target)")
    return true
  }

  /// Fills what one object lacks from another one, level by level, and removes the emptied source.
  ///
  /// Where both have a list of what is denied, the two are united: were the old one dropped, more
  /// would be allowed than before.
  ///
  /// - Parameters:
  ///   - source: an object; nothing happens when none stands there.
  ///   - target: where its members go; what is there stays.
  /// - Returns: whether the source is gone.
  @discardableResult
  package mutating func merge(_ source: ConfigPath, into target: ConfigPath) -> Bool {
    guard isObject(source) else { return false }
    clearWay(to: target.appending(key: ""), from: source)
    guard has(target) else { return move(source, to: target) }
    guard isObject(target) else { return resolve(source, against: target, .keepBoth) }
    for place in newPlaces(of: source, in: target) {
      guard let obstacle = obstacle(at: place) else { continue }
      report(obstacle, at: place, for: source)
      return false
    }
    let span = span(of: source)
    var merge = Draft.Merge()
    let isMerged = attempt(source, to: target.appending(key: "")) { draft throws(EditError) in
      merge = try draft.merge(source, into: target)
    }
    guard isMerged else { return false }
    for step in merge.moved { record(.moved(step.source, to: step.target)) }
    if !merge.moved.isEmpty || draft.count(at: source) == 0 {
      record(.merge, from: source, to: target, at: span, "merge \(source) into \(target)")
    }
    for step in merge.conflicts {
      let isDenied = step.source.lastKey == "deny" && kind(step.target) == .array
      let isGone =
        isDenied && kind(step.source) == .array
        ? unite(step.source, into: step.target)
        : resolve(step.source, against: step.target, .targetWins)
      if isGone, let level = step.source.parent { prune(level, upTo: source) }
    }
    return prune(source)
  }

  /// Decides between an old and a new value that both stand in the config.
  ///
  /// - Returns: whether the old one is gone.
  @discardableResult
  package mutating func resolve(
    _ source: ConfigPath, against target: ConfigPath, _ conflict: Conflict
  ) -> Bool {
    let isSame = draft.hasSameValue(source, target)
    guard isSame || conflict == .targetWins else {
      note(
        at: source, "\(source) and \(target) are both set and differ",
        why: "the newer release reads only \(target); which of the two is meant cannot be known",
        fix: .manual("keep one of them: remove \(source) or \(target)"))
      return false
    }
    let span = span(of: source)
    let isRemoved = attempt(source) { draft throws(EditError) in try draft.remove(source) }
    guard isRemoved else { return false }
    record(.superseded(source, by: target))
    record(
      .remove, from: source, to: nil, at: span,
      isSame
        ? "remove \(source): \(target) has the same value"
        : "remove \(source): \(target) is set to another value, and that is what the gateway reads")
    return true
  }

  /// Replaces a value by one that means the same in the new shape.
  ///
  /// - Parameters:
  ///   - source: where the old value stands.
  ///   - target: where the new one goes; equal to `source`, beside it, or inside it.
  ///   - value: the new value.
  ///   - conflict: what happens when something stands at the target already.
  ///   - word: the new value for the report, where it is a word of ours; nil for all others.
  /// - Returns: whether the old shape is gone.
  @discardableResult
  package mutating func convert(
    _ source: ConfigPath, to target: ConfigPath, _ value: NewValue,
    conflict: Conflict = .targetWins, shownAs word: String? = nil
  ) -> Bool {
    guard has(source) else { return false }
    clearNull(target, from: source)
    guard source == target || source.isPrefix(of: target) || !has(target) else {
      return resolve(source, against: target, conflict)
    }
    clearWay(to: target, from: source)
    let span = span(of: source)
    let isConverted = attempt(source, to: target) { draft throws(EditError) in
      if source != target { try draft.move(source, to: target) }
      try draft.set(value, at: target)
    }
    guard isConverted else { return false }
    record(.converted(source, to: target))
    record(
      .convert, from: source, to: target, at: span,
      (source == target ? "convert \(source)" : "convert \(source) to \(target)")
        + (word.map { ": \(ours: $0)" } ?? ""))
    return true
  }

  /// Writes a value where none stands.
  ///
  /// - Parameters:
  ///   - path: where to; nothing happens when something stands there.
  ///   - value: the value.
  ///   - placement: where among its siblings it goes.
  ///   - reason: a clause for the report; nil when it belongs to another change and is not listed.
  /// - Returns: whether it was written.
  @discardableResult
  package mutating func add(
    _ path: ConfigPath, _ value: NewValue, placement: Draft.Placement = .last,
    because reason: Message?
  ) -> Bool {
    guard !has(path) else { return false }
    // What another text has is there for the gateway.
    if case .taken? = obstacle(at: path) { return false }
    clearWay(to: path, from: nil)
    let isAdded = attempt(path) { draft throws(EditError) in
      try draft.insert(value, at: path, placement: placement)
    }
    guard isAdded else { return false }
    record(.added(path))
    if let reason {
      record(.set, from: nil, to: path, at: nil, "set \(path): \(reason)")
    }
    return true
  }

  /// Removes a value that has no successor; its comments stay.
  ///
  /// - Parameters:
  ///   - path: what goes.
  ///   - reason: a clause for the report.
  /// - Returns: whether it is gone.
  @discardableResult
  package mutating func remove(_ path: ConfigPath, because reason: Message) -> Bool {
    guard has(path) else { return false }
    let span = span(of: path)
    let isRemoved = attempt(path) { draft throws(EditError) in try draft.remove(path) }
    guard isRemoved else { return false }
    record(.removed(path))
    record(.remove, from: path, to: nil, at: span, "remove \(path): \(reason)")
    return true
  }

  /// Removes an object or array that has lost all it held, and its emptied ancestors up to a limit.
  ///
  /// - Parameters:
  ///   - path: an object or array; nothing happens while it holds something.
  ///   - limit: the outermost object that may go too.
  /// - Returns: whether it is gone.
  @discardableResult
  package mutating func prune(_ path: ConfigPath, upTo limit: ConfigPath? = nil) -> Bool {
    guard kind(path)?.isContainer == true, draft.count(at: path) == 0 else { return !has(path) }
    let isRemoved = attempt(path) { draft throws(EditError) in try draft.remove(path) }
    guard isRemoved else { return false }
    record(.emptied(path))
    if let limit, path != limit, let parent = path.parent, limit.isPrefix(of: parent) {
      prune(parent, upTo: limit)
    }
    return true
  }
}
