internal import ConfigDocument
internal import Diagnostics

extension Transform {
  /// Removes what stands on the way to a new place, is no object, and holds nothing: `null`, an
  /// empty text, an empty array.
  ///
  /// No release accepts such a value where an object belongs, and there is nothing in it to keep.
  /// Anything else on the way stays, and the edit is refused.
  ///
  /// - Parameters:
  ///   - target: a place that something is to be written to.
  ///   - source: where it stands now, which is never removed.
  mutating func clearWay(to target: ConfigPath, from source: ConfigPath?) {
    for length in target.steps.indices.dropFirst() {
      guard case .key = target.steps[length] else { continue }
      let place = ConfigPath(Array(target.steps[..<length]))
      guard let kind = kind(place), kind != .object else { continue }
      let holdsNothing =
        switch kind {
        case .null: true
        case .array: draft.count(at: place) == 0
        case .string: draft.string(at: place)?.isEmpty == true
        case .object, .number, .boolean: false
        }
      guard holdsNothing, place != source, case .key? = place.steps.last else { return }
      remove(
        place, because: "it is \(ours: kind.phrase) that holds nothing, where an object belongs")
      return
    }
  }

  /// Removes a `null` from the place that a value goes to.
  ///
  /// The releases that have the new key refuse a `null` there; were it to win, as in OpenClaw, a
  /// value would go for nothing.
  ///
  /// - Parameters:
  ///   - target: the new place.
  ///   - source: where the value stands now.
  mutating func clearNull(_ target: ConfigPath, from source: ConfigPath) {
    guard kind(target) == .null, source != target, case .key? = target.steps.last,
      let kind = kind(source), kind != .null
    else { return }
    remove(target, because: "it is null, and \(source) goes there")
  }
}
