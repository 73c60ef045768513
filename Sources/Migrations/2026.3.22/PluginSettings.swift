internal import ConfigDocument
internal import Diagnostics

/// Where the settings of a plugin stand: `plugins.entries.<id>.config.<section>`.
///
/// What was built in and is a plugin now has to be switched on, else its settings do nothing;
/// `enabled` is written where it is not set. Which plugins may run at all (`plugins.allow`) is
/// never changed: a list without the plugin is reported.
struct PluginSettings {
  /// The plugin.
  let id: String
  /// The section of its settings.
  let section: String

  var entry: ConfigPath { Transform.path("plugins.entries").appending(key: id) }
  var place: ConfigPath { entry.appending(key: "config").appending(key: section) }

  /// Moves a whole object into the section; one without members goes.
  ///
  /// - Returns: whether the old key is gone.
  @discardableResult
  func adopt(_ source: ConfigPath, in transform: inout Transform) -> Bool {
    guard transform.expect(source, .object) else { return false }
    if transform.draft.count(at: source) == 0 {
      return transform.remove(source, because: "it is empty")
    }
    return enabling(&transform) { $0.merge(source, into: place) }
  }

  /// Moves one setting into the section.
  ///
  /// - Returns: whether the old key is gone.
  @discardableResult
  func adopt(_ source: ConfigPath, as key: String, in transform: inout Transform) -> Bool {
    enabling(&transform) { $0.move(source, to: place.appending(key: key)) }
  }

  private func enabling(
    _ transform: inout Transform, _ steps: (inout Transform) -> Bool
  ) -> Bool {
    let isDone = transform.together { transform in
      guard steps(&transform) else { return false }
      transform.add(
        entry.appending(key: "enabled"), .boolean(true), placement: .first,
        because: "a plugin does now what was built in")
      return true
    }
    if isDone { noteAllowList(in: &transform) }
    return isDone
  }

  private func noteAllowList(in transform: inout Transform) {
    let allowed = Transform.path("plugins.allow")
    guard transform.kind(allowed) == .array, transform.draft.count(at: allowed) > 0 else { return }
    let isAllowed = (0..<transform.draft.count(at: allowed)).contains {
      ["*", id].contains(transform.text(allowed.appending(index: $0)))
    }
    guard !isAllowed, transform.draft.boolean(at: entry.appending(key: "enabled")) != false else {
      return
    }
    transform.note(
      .warning, at: allowed, "\(allowed) does not list the plugin \(ours: id)",
      why: "its settings stand in \(entry) now, and only listed plugins run",
      fix: .manual("add \(ours: id) to \(allowed) if it is to go on working"))
  }
}
