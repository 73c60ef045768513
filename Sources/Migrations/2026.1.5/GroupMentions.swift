internal import ConfigDocument
internal import Diagnostics

/// Where a channel says since 2026.1.5 whether its groups must mention the agent: one
/// `requireMention` in each entry of `groups`, and in `"*"` for all others.
///
/// A map of groups is an allow list at the same time. OpenClaw writes `"*"` into it in any case,
/// which lets every group in; here `"*"` comes only where every group is let in already. Else each
/// listed group gets the value, which says the same of the same groups.
enum GroupMentions {
  /// The places in a channel that hold what the old key held; nil, with a note, when there are none.
  static func places(
    in channel: ConfigPath, for source: ConfigPath, of transform: inout Transform
  ) -> [ConfigPath]? {
    let groups = channel.appending(key: "groups")
    let everyGroup = groups.appending(key: "*")
    guard transform.has(groups) else {
      return isClosed(channel, in: transform)
        ? refuse(source, groups, of: &transform) : [everyGroup.appending(key: "requireMention")]
    }
    guard transform.expect(groups, .object) else { return nil }
    let keys = transform.draft.keys(at: groups)
    if keys.isEmpty, isClosed(channel, in: transform) {
      return refuse(source, groups, of: &transform)
    }
    let entries = keys.isEmpty || keys.contains("*") ? ["*"] : keys
    var places: [ConfigPath] = []
    for key in entries {
      let entry = groups.appending(key: key)
      guard !transform.has(entry) || transform.expect(entry, .object) else { return nil }
      places.append(entry.appending(key: "requireMention"))
    }
    return places
  }

  /// Writes the boolean at the old key to all places that have none, and removes the old key.
  @discardableResult
  static func spread(
    _ source: ConfigPath, over places: [ConfigPath], in transform: inout Transform
  ) -> Bool {
    guard let value = transform.draft.boolean(at: source), let some = places.first else {
      return false
    }
    let free = places.filter { !transform.has($0) }
    guard let first = free.first else {
      return transform.resolve(source, against: some, .targetWins)
    }
    return transform.together { transform in
      guard transform.move(source, to: first) else { return false }
      return free.dropFirst().allSatisfy {
        transform.add($0, .boolean(value), because: "\(source) was for all groups")
      }
    }
  }

  /// Moves one key of a channel.
  static func move(_ key: String, of channel: ConfigPath, in transform: inout Transform) {
    let source = channel.appending(key: key)
    guard transform.expect(source, .boolean),
      let places = places(in: channel, for: source, of: &transform)
    else { return }
    spread(source, over: places, in: &transform)
  }

  /// Whether no group at all is let in, so that an entry `"*"` would open what is closed.
  private static func isClosed(_ channel: ConfigPath, in transform: Transform) -> Bool {
    let common = Transform.path("channels.defaults.groupPolicy")
    let policy =
      transform.text(channel.appending(key: "groupPolicy")) ?? transform.text(common)
    return policy == "allowlist"
      && transform.draft.count(at: channel.appending(key: "groupAllowFrom")) == 0
  }

  private static func refuse(
    _ source: ConfigPath, _ groups: ConfigPath, of transform: inout Transform
  ) -> [ConfigPath]? {
    transform.note(
      at: source, "\(source) is set, but no group is let in",
      why: "an entry \"*\" in \(groups) would hold the value, and let every group in",
      fix: .manual(
        "list the groups in \(groups) and run clawdoctor --fix, or remove \(source)"))
    return nil
  }
}
