internal import ConfigDocument
internal import ConfigSchema
package import Diagnostics

/// Finds clients that would send another token than the gateway expects.
///
/// ## Why it matters
/// The gateway takes its token from the config before the variable, clients on the same machine
/// the other way round, and a service has an environment of its own: after a rotation in one place
/// every client is turned away, with a message that blames the device (FM-16).
package struct GatewayTokenDrift: Check {
  package let id = "gateway-token-drift"
  package let summary = "Find clients that would send another token than the gateway expects"
  package let examples = [
    CheckExample(
      "{ gateway: { auth: { ↓token: 'demo-one' } } }",
      variables: ["OPENCLAW_GATEWAY_TOKEN": "demo-two"]),
    CheckExample(
      "{ gateway: { auth: { token: 'demo-one' } } }",
      variables: ["OPENCLAW_GATEWAY_TOKEN": "demo-one"]),
    CheckExample(
      "{ gateway: { auth: { token: '${OPENCLAW_GATEWAY_TOKEN}' } } }",
      variables: ["OPENCLAW_GATEWAY_TOKEN": "demo-one"]),
    CheckExample(
      "{ gateway: { auth: { mode: 'none', token: 'demo-one' } } }",
      variables: ["OPENCLAW_GATEWAY_TOKEN": "demo-two"]),
  ]

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    var clientContext = context
    clientContext.variables = context.clientVariables
    let server = GatewayAuth(context)
    let client = GatewayAuth(clientContext)
    guard server.mode == .token,
      context.text(at: ConfigPath(keys: "gateway.mode")) != "remote",
      let expected = server.serverToken, let sent = client.clientToken,
      expected.isSame(as: sent) == false
    else { return [] }
    let path = GatewayAuth.Key.token
    return [
      Finding(
        checkID: id, severity: .warning,
        message: "clients on this machine send another token than the gateway expects: it takes "
          + phrase(expected) + ", they take " + phrase(sent),
        why: "the gateway turns them away", path: path,
        span: context.nearest(to: path).flatMap { context.span(at: $0) },
        fix: .manual("make them the same, or remove one; clawdoctor token shows all sources"))
    ]
  }

  private func phrase(_ credential: Credential) -> Message {
    switch credential.form {
    case .literal, .secretRef: "what stands at \(credential.path ?? GatewayAuth.Key.token)"
    case .reference(let names):
      "the variable \(outside: names.joined(separator: ", ")), as \(credential.path ?? GatewayAuth.Key.token) says"
    case .variable(let name, let source): "\(outside: name) from \(ours: source.kind.phrase)"
    }
  }
}
