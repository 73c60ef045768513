internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// The models of agents before 2026.1.8: names and lists beside one another, where there is one
/// object for each use and one map of models since then.
///
/// They stand under `agent`, and under `agents.defaults` in configs that were moved by hand.
///
/// A map of models is the list of the models that may be chosen. OpenClaw makes one whenever it
/// meets a model name, and all other models can be chosen no more; here a name gets an entry only
/// where a map is there.
enum LegacyModels {
  /// The objects that may hold the old keys.
  static func owners(in transform: Transform) -> [ConfigPath] {
    transform.matches("{agent,agents.defaults}").filter { transform.isObject($0) }
  }

  /// Whether a text can be a key of the map: `${VAR}` is replaced in values only.
  static func isName(_ text: String) -> Bool { !text.isEmpty && !text.contains("${") }

  /// Writes `model: "name"` as `model: { primary: "name" }`.
  static func open(_ use: ConfigPath, in transform: inout Transform) -> Bool {
    guard let name = transform.text(use) else {
      transform.noteKind(of: use, expected: "the name of a model")
      return false
    }
    let isMoved = transform.move(use, to: use.appending(key: "primary"))
    if isMoved { list(name, for: use, in: &transform) }
    return isMoved
  }

  /// Adds a model to the map of models, where there is one.
  static func list(_ name: String, for use: ConfigPath, in transform: inout Transform) {
    let maps = [use.parent ?? .root, Transform.path("agents.defaults")]
      .map { $0.appending(key: "models") }.filter { transform.isObject($0) }
    guard let map = maps.first, isName(name),
      !maps.contains(where: { transform.has($0.appending(key: name)) })
    else { return }
    transform.add(
      map.appending(key: name), .object([]), because: "\(use) uses it, and the map lists all")
  }

  /// Converts a model name that stands for a whole object.
  static func convertName(_ key: String, in transform: inout Transform) {
    for owner in owners(in: transform) {
      let use = owner.appending(key: key)
      // A name in this place is an accepted short form again since 2026.2.23.
      let isAccepted = owner.steps.count > 1 && transform.target >= "2026.2.23"
      guard !isAccepted, transform.kind(use) == .string else { continue }
      transform.together { transform in
        guard open(use, in: &transform) else { return false }
        transform.add(use.appending(key: "fallbacks"), .array([]), because: nil)
        return true
      }
    }
  }

  /// Moves a list of fallbacks into the object of its use.
  static func moveFallbacks(_ key: String, of name: String, in transform: inout Transform) {
    for owner in owners(in: transform) {
      let source = owner.appending(key: key)
      let use = owner.appending(key: name)
      guard transform.expect(source, .array) else { continue }
      transform.together { transform in
        if transform.kind(use) == .string, !open(use, in: &transform) { return false }
        let items = (0..<transform.draft.count(at: source)).compactMap {
          transform.text(source.appending(index: $0))
        }
        guard transform.move(source, to: use.appending(key: "fallbacks")) else { return false }
        for item in items { list(item, for: use, in: &transform) }
        return true
      }
    }
  }
}
