internal import ConfigDocument

extension RuleContext {
  /// A channel, or one of its accounts.
  struct Account {
    let node: NodeID
    /// The channel; the same as `node` for the channel itself.
    let channel: NodeID
    var isAccount: Bool { node != channel }
    /// Whether something is included that may complete it.
    let isPartial: Bool
  }

  /// A channel and each of its accounts, in the order of the text.
  ///
  /// - Parameter name: the key of the channel.
  /// - Returns: nothing when the config does not have it.
  func accounts(of name: String) -> [Account] {
    let root = document.root
    // Up to 2026.1.11 channels stood at the top.
    let place = release < "2026.1.12" ? root : value("channels", of: root)
    guard let channel = value(name, of: place), document.kind(channel) == .object else { return [] }
    let isPartial = [root, place, channel].contains { self.isPartial($0) }
    var found = [Account(node: channel, channel: channel, isPartial: isPartial)]
    guard let accounts = value("accounts", of: channel), document.kind(accounts) == .object else {
      return found
    }
    for account in document.children(accounts) where document.kind(account) == .object {
      found.append(
        Account(
          node: account, channel: channel, isPartial: isPartial || self.isPartial(account)))
    }
    return found
  }

  /// All objects below a key of the root, itself included, in the order of the text.
  ///
  /// - Parameter key: a key of the root; nil for the whole config.
  /// - Returns: nothing when there is no such key.
  func objects(below key: String?) -> [NodeID] {
    guard let start = key.map({ value($0, of: document.root) }) ?? document.root else { return [] }
    return document.subtree(start).lazy.map { NodeID($0) }.filter { document.kind($0) == .object }
  }
}
