/// The keys at the root of a config.
package enum RootKeys {
  /// Keys of releases before those whose keys are known.
  private static let former: Set<String> = [
    "agent", "routing", "identity", "telegram", "whatsapp", "discord", "slack", "signal",
    "imessage",
    "msteams", "googlechat", "messages", "session", "gateway",
  ]

  /// Whether some release has a key at the root of the config.
  ///
  /// - Parameter key: a key.
  /// - Returns: false for what no release knows there.
  package static func contains(_ key: String) -> Bool {
    if former.contains(key) { return true }
    guard let first = key.utf8.first, (first | 0x20) &- 0x61 < 26 else { return false }
    let tree = KeyTree()
    return tree.child(of: tree.root, named: key) != nil
  }
}
