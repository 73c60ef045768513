internal import ConfigDocument
internal import Diagnostics

/// One step of a migration that needs no code: patterns and what happens at each match.
///
/// Wildcards of the target stand for what the wildcards of the source met. Braces hold
/// alternatives; source and target have the same number of them.
package enum Step: Sendable, Hashable {
  /// A value goes elsewhere or its key gets another name.
  case move(source: String, target: String, conflict: Transform.Conflict)
  /// An object's members go where they are missing.
  case merge(source: String, target: String)
  /// An array's items go to another one that lacks them.
  case unite(source: String, target: String)
  /// A value becomes another one, at its place or elsewhere.
  case map(source: String, target: String, pairs: [ValuePair], conflict: Transform.Conflict)
  /// A value without successor goes away.
  case remove(source: String, reason: String)

  /// The step that brings the old shape back; nil where the way back is not known.
  package var inverse: Step? {
    switch self {
    case .move(let source, let target, let conflict):
      .move(source: target, target: source, conflict: conflict)
    case .map(let source, let target, let pairs, let conflict):
      Set(pairs.map(\.new)).count == pairs.count
        ? .map(
          source: target, target: source,
          pairs: pairs.map { ValuePair(old: $0.new, new: $0.old) }, conflict: conflict) : nil
    case .merge, .unite, .remove: nil
    }
  }

  /// The pattern of the values that the step is about.
  package var source: String {
    switch self {
    case .move(let source, _, _), .merge(let source, _), .unite(let source, _),
      .map(let source, _, _, _), .remove(let source, _):
      source
    }
  }
}

/// A scalar and what it becomes, spelled as in strict JSON.
package struct ValuePair: Sendable, Hashable {
  /// The old scalar.
  package let old: String
  /// The new scalar.
  package let new: String

  /// The new scalar as a value to write.
  var value: NewValue {
    switch new {
    case "true": .boolean(true)
    case "false": .boolean(false)
    case "null": .null
    default:
      new.hasPrefix("\"") ? .string(String(new.dropFirst().dropLast())) : .number(new)
    }
  }
}

extension Step {
  /// Does the step at one match.
  ///
  /// - Parameters:
  ///   - path: the match.
  ///   - target: the target for that match; nil when the step has none.
  ///   - transform: the config, and the account of what is done to it.
  /// - Returns: whether the old shape is gone.
  func apply(at path: ConfigPath, to target: ConfigPath?, in transform: inout Transform) -> Bool {
    switch self {
    case .move(_, _, let conflict):
      return target.map { transform.move(path, to: $0, conflict: conflict) } ?? false
    case .merge:
      return target.map { transform.merge(path, into: $0) } ?? false
    case .unite:
      return target.map { transform.unite(path, into: $0) } ?? false
    case .map(_, _, let pairs, let conflict):
      guard let target, let pair = pairs.first(where: { $0.matches(path, in: transform) })
      else { return false }
      return transform.convert(
        path, to: target, pair.value, conflict: conflict, shownAs: pair.new)
    case .remove(_, let reason):
      return transform.remove(path, because: "\(ours: reason)")
    }
  }
}

extension ValuePair {
  /// Whether the old scalar stands at a path; text is compared without white space around it and
  /// without case, as OpenClaw reads such words.
  func matches(_ path: ConfigPath, in transform: Transform) -> Bool {
    switch transform.kind(path) {
    case .string?: transform.text(path)?.lowercased() == old.dropFirst().dropLast().lowercased()
    case .boolean?: transform.draft.boolean(at: path) == (old == "true") && !old.hasPrefix("\"")
    case .number?, .null?: transform.draft.spelling(at: path) == old
    case .object?, .array?, nil: false
    }
  }
}
