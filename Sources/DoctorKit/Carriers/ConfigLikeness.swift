internal import ConfigDocument
internal import ConfigSchema

/// How much an object looks like a config of OpenClaw.
struct ConfigLikeness {
  /// Keys that some release has at the root, with values that they could have there.
  private(set) var known = 0
  /// All keys.
  private(set) var total = 0

  /// Whether one of the keys is there that configs have and other things hardly do.
  private(set) var isTelling = false

  private static let telling: Set<String> = [
    "gateway", "agents", "agent", "channels", "models", "plugins", "tools", "session", "messages",
  ]

  init(_ document: ConfigDocument, _ node: NodeID) {
    guard document.kind(node) == .object else { return }
    for child in document.children(node) {
      guard let key = document.key(child) else { continue }
      total += 1
      // Nearly everything at the root of a config is an object; `$schema` and a few lists are not.
      let kind = document.kind(child)
      if kind.isContainer || key == "$schema", key == "$schema" || RootKeys.contains(key) {
        known += 1
        isTelling = isTelling || Self.telling.contains(key)
      }
    }
  }

  /// Whether at least half of the keys are known, and at least so many.
  func isConfig(atLeast least: Int) -> Bool { known >= least && known * 2 >= total }
}
