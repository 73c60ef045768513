public import Diagnostics

extension Draft {
  /// What a merge did.
  public struct Merge: Sendable, Hashable {
    /// A value that went from one path to another.
    public struct Step: Sendable, Hashable {
      /// Where it stood.
      public let source: ConfigPath
      /// Where it stands; for a conflict, where the value stands that is in its way.
      public let target: ConfigPath
    }

    /// Values that were moved, in order.
    public var moved: [Step] = []
    /// Values that still stand at their source because the target has another one.
    public var conflicts: [Step] = []

    /// A merge that did nothing.
    public init() {}
  }

  /// Moves what the target lacks from one object into another, level by level.
  ///
  /// Where both have a value that is not an object on both sides, the target's stays and so does
  /// the source's.
  ///
  /// - Parameters:
  ///   - source: an object; it keeps what is in conflict, and may be empty afterwards.
  ///   - target: an object, or nothing, in which case the source is moved whole.
  /// - Returns: what went where.
  /// - Throws: `EditError` when a way is ambiguous or leads into a scalar; then nothing was moved.
  public mutating func merge(
    _ source: ConfigPath, into target: ConfigPath
  ) throws(EditError) -> Merge {
    var attempt = self
    var result = Merge()
    try attempt.merge(source, into: target, result: &result)
    self = attempt
    return result
  }

  private mutating func merge(
    _ source: ConfigPath, into target: ConfigPath, result: inout Merge
  ) throws(EditError) {
    guard let kind = kind(at: target) else {
      try move(source, to: target)
      result.moved.append(Merge.Step(source: source, target: target))
      return
    }
    guard kind == .object, self.kind(at: source) == .object else {
      result.conflicts.append(Merge.Step(source: source, target: target))
      return
    }
    for key in keys(at: source) {
      try merge(source.appending(key: key), into: target.appending(key: key), result: &result)
    }
    // A level that has nothing left stands for nothing; the outermost is the caller's.
    for key in keys(at: source) {
      let inner = source.appending(key: key)
      if self.kind(at: inner) == .object, count(at: inner) == 0,
        result.moved.contains(where: { inner.isPrefix(of: $0.source) && inner != $0.source })
      {
        try remove(inner)
      }
    }
  }
}
