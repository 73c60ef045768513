internal import ConfigDocument

/// The browser of a sandbox has the same bounds of its network as the sandbox.
///
/// Since 2026.2.21.
struct SandboxBrowserNetwork: CrossFieldRule {
  let id = "sandbox-browser-network"
  let since: Release = "2026.2.21"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    context.matches(["agents.defaults.sandbox", "agents.list[].sandbox"]).compactMap { match in
      guard let network = context.value("browser", "network", of: match.node) else { return nil }
      return SandboxNetwork.breach(
        network, of: context.value("docker", of: match.node), rule: id, since: since, context)
    }
  }
}
