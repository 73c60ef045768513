internal import ConfigDocument
internal import Diagnostics

/// The list of agents, `agents.list`, where migrations find or make the entry of one.
enum AgentRoster {
  /// The list.
  static let list = Transform.path("agents.list")

  /// The entry of an agent, in the list or in the map that later releases have; nil when there is
  /// none.
  static func entry(of id: String, in transform: Transform) -> ConfigPath? {
    let mapped = Transform.path("agents.entries").appending(key: id)
    return entries(in: transform).first { transform.text($0.appending(key: "id")) == id }
      ?? (transform.isObject(mapped) ? mapped : nil)
  }

  /// All entries that are objects with an id.
  static func entries(in transform: Transform) -> [ConfigPath] {
    transform.matches("agents.list[]").filter { transform.text($0.appending(key: "id")) != nil }
  }

  /// The entry that says of itself that it is the default.
  static func markedDefault(in transform: Transform) -> ConfigPath? {
    entries(in: transform).first {
      transform.draft.boolean(at: $0.appending(key: "default")) == true
    }
  }

  /// The place behind the last entry of the list, which is made when it is missing; nil, with a
  /// note, when something else stands there.
  static func next(in transform: inout Transform) -> ConfigPath? {
    guard transform.makeArray(list) else { return nil }
    return list.appending(index: transform.draft.count(at: list))
  }

  /// Makes the value at a path the member of an agent, whose entry is made when it is missing.
  static func give(
    _ source: ConfigPath, to id: String, as key: String, in transform: inout Transform,
    _ place: (inout Transform, ConfigPath) -> Bool
  ) -> Bool {
    if let entry = entry(of: id, in: transform) {
      return place(&transform, entry.appending(key: key))
    }
    return transform.together { transform in
      guard let entry = next(in: &transform) else { return false }
      return place(&transform, entry.appending(key: key))
        && transform.add(
          entry.appending(key: "id"), .string(id), placement: .first,
          because: "the agent had no entry")
    }
  }
}
