internal import ConfigDocument
internal import Diagnostics

/// Which networks a container of a sandbox may use.
enum SandboxNetwork {
  /// The breach of a network: that of the host never, that of another container only with a switch.
  ///
  /// - Parameters:
  ///   - node: the name of the network.
  ///   - docker: the settings that may have the switch.
  ///   - rule: identifier of the rule that asks.
  ///   - since: the release from which that rule holds.
  ///   - context: the config and the release.
  /// - Returns: nil for a network that may be used.
  static func breach(
    _ node: NodeID, of docker: NodeID?, rule: String, since: Release, _ context: RuleContext
  ) -> RuleBreach? {
    guard let name = context.text(node).map({ TextForm.trimmed($0).lowercased() }) else {
      return nil
    }
    if name == "host" {
      return RuleBreach(
        rule: rule, node: node, message: "the sandbox uses the network of the host",
        help: "write \"none\" or \"bridge\"", since: since)
    }
    guard name.hasPrefix("container:"), context.release >= "2026.2.24",
      !context.isTrue(context.value("dangerouslyAllowContainerNamespaceJoin", of: docker))
    else { return nil }
    return RuleBreach(
      rule: rule, node: node, message: "the sandbox joins the network of another container",
      help:
        "write \"none\" or \"bridge\", or set `dangerouslyAllowContainerNamespaceJoin` of docker",
      since: "2026.2.24")
  }
}
