internal import ConfigDocument
internal import Diagnostics

extension Transform {
  /// Why nothing may be written at a place, in an object that includes other files.
  enum IncludeObstacle {
    /// What the object includes is not known here.
    case unknown(owner: ConfigPath)
    /// A file that is merged with the object has the key, or something that is no object on the way
    /// to it.
    case taken(by: [String])
  }

  /// What the includes on the way to a path have against an edit there; nil for nothing.
  func obstacle(at path: ConfigPath) -> IncludeObstacle? {
    guard layers != nil || vocabulary.holds("$include") else { return nil }
    for depth in path.steps.indices {
      let owner = ConfigPath(Array(path.steps[..<depth]))
      if let layers, let place = draft.origin(at: owner).flatMap({ layers.owners[$0] }) {
        // What stands in this text is changed in this text: each of the others has its own turn.
        guard !has(path) else { continue }
        let files = layers.holders(of: ConfigPath(place.steps + path.steps[depth...]))
        if !files.isEmpty { return .taken(by: files) }
      } else if has(owner.appending(key: "$include")) {
        return .unknown(owner: owner)
      }
    }
    return nil
  }

  /// The places that a merge of two objects would write anew.
  func newPlaces(of source: ConfigPath, in target: ConfigPath) -> [ConfigPath] {
    guard layers != nil else { return [] }
    return draft.keys(at: source).flatMap { key in
      let (from, to) = (source.appending(key: key), target.appending(key: key))
      if !has(to) { return [to] }
      return isObject(from) && isObject(to) ? newPlaces(of: from, in: to) : []
    }
  }

  mutating func report(_ obstacle: IncludeObstacle, at place: ConfigPath, for path: ConfigPath) {
    switch obstacle {
    case .unknown(let owner): reportUnknown(in: owner, for: path)
    case .taken(let files):
      let first: Message = "\(outside: files.first ?? "")"
      let names = files.dropFirst().reduce(first) { "\($0) and \(outside: $1)" }
      note(
        at: path,
        place == path
          ? "\(path) is left as it is: \(names) has it too"
          : "\(path) is left as it is: it would become \(place), which \(names) has too",
        why: "OpenClaw merges the files, and which of them the key belongs to is not certain",
        fix: .manual("make the change by hand in the file that it belongs to"))
    }
  }

  private mutating func reportUnknown(in owner: ConfigPath, for path: ConfigPath) {
    let include = owner.appending(key: "$include")
    let reason: Message
    if draft.count(at: owner) > 1 {
      reason = "\(owner) has keys of its own beside `$include`, and OpenClaw merges the two"
    } else if draft.kind(at: include) == .array {
      reason = "\(owner) includes a list of files, and OpenClaw merges them"
    } else {
      reason = "the file that \(owner) includes is not read here, or is included more than once"
    }
    note(
      at: path, "\(path) is left as it is: \(owner) includes another file",
      why: "\(reason); which file the change belongs to is not certain",
      fix: .manual("make the change by hand in the file that it belongs to"))
  }
}
