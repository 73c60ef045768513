internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

extension PluginSettings {
  /// Moves one setting of the section back to where it was built in.
  func release(_ key: String, to target: ConfigPath, in transform: inout Transform) {
    let setting = place.appending(key: key)
    guard transform.has(setting), !transform.has(target) else { return }
    if transform.move(setting, to: target) { leave(in: &transform) }
  }

  /// Moves the whole section back to where it was built in.
  func release(to target: ConfigPath, in transform: inout Transform) {
    guard transform.isObject(place), !transform.has(target) else { return }
    if transform.move(place, to: target) { leave(in: &transform) }
  }

  /// Takes away what is left of a plugin that has no settings any more and is only switched on.
  private func leave(in transform: inout Transform) {
    if transform.isObject(place) { transform.prune(place) }
    let config = entry.appending(key: "config")
    if transform.isObject(config) { transform.prune(config) }
    let flag = entry.appending(key: "enabled")
    // From 2026.2.24 on, plugins that are not there are warned of: what somebody wrote of one may
    // stay. Before, the gateway refuses them.
    if transform.target < "2026.2.24", transform.draft.boolean(at: flag) == true,
      transform.draft.count(at: entry) == 1
    {
      transform.remove(
        flag, because: "what the plugin does is built in in \(ours: transform.target.description)")
    }
    transform.prune(entry, upTo: Transform.path("plugins"))
  }
}
