internal import ConfigDocument
internal import Diagnostics

/// What containers of a sandbox may not have: the network of the host, no confinement, relative
/// sources.
///
/// Since 2026.2.15; joining another container only with a switch since 2026.2.24.
struct SandboxDocker: CrossFieldRule {
  let id = "sandbox-docker"
  let since: Release = "2026.2.15"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    let places = ["agents.defaults.sandbox.docker", "agents.list[].sandbox.docker"]
    return context.matches(places).flatMap { match -> [RuleBreach] in
      let docker = match.node
      var found: [RuleBreach] = []
      for bind in context.items(of: context.value("binds", of: docker)) {
        guard let text = context.text(bind), !Self.hasAbsoluteSource(text) else { continue }
        found.append(
          RuleBreach(
            rule: id, node: bind, message: "the source of a bind mount is not an absolute path",
            help: "write /source:/target", since: since))
      }
      for key in ["seccompProfile", "apparmorProfile"] {
        if let node = context.value(key, of: docker),
          context.text(node)?.lowercased() == "unconfined"
        {
          found.append(
            RuleBreach(
              rule: id, node: node, message: "the sandbox is not confined",
              help: "remove the key, or name a profile", since: since))
        }
      }
      if let network = context.value("network", of: docker),
        let breach = SandboxNetwork.breach(network, of: docker, rule: id, since: since, context)
      {
        found.append(breach)
      }
      return found
    }
  }

  private static func hasAbsoluteSource(_ bind: String) -> Bool {
    let text = TextForm.trimmed(bind)
    let source = text.prefix { $0 != ":" }
    return source.hasPrefix("/")
  }
}
