import Checks
import ConfigDocument
import ConfigSchema
import Testing

/// FM-16: who takes which token, by release.
@Suite struct GatewayAuthTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    var config = "{}"
    /// What the environment, the service, the `.env` and `gateway.env` say: `T`oken, former token
    /// name `C`, `P`assword.
    var process: [String: String] = [:]
    var service: [String: String]?
    var file: [String: String] = [:]
    var release: Release = "2026.4.22"
    var mode = GatewayAuth.Mode.token
    var server: String?
    var client: String?
    var testDescription: String { name }
  }

  static let rows = [
    Row(name: "nothing"),
    Row(name: "config", config: "{ gateway: { auth: { token: 'a' } } }", server: "a", client: "a"),
    Row(
      name: "config and environment: the server takes the config, clients the variable",
      config: "{ gateway: { auth: { token: 'a' } } }", process: ["T": "b"], server: "a",
      client: "b"),
    Row(name: "environment", process: ["T": "b"], server: "b", client: "b"),
    Row(name: "file", file: ["T": "c"], server: "c", client: "c"),
    Row(
      name: "environment before file", process: ["T": "b"], file: ["T": "c"], server: "b",
      client: "b"),
    Row(
      name: "an empty variable counts as set, and as no token", process: ["T": ""],
      file: ["T": "c"]),
    Row(
      name: "the service has an environment of its own", process: ["T": "b"], service: ["T": "d"],
      server: "d", client: "b"),
    Row(
      name: "a service that sets nothing reads the file", process: ["T": "b"], service: [:],
      file: ["T": "c"], server: "c", client: "b"),
    Row(
      name: "reference to the file", config: "{ gateway: { auth: { token: '${T0}' } } }",
      file: ["T0": "e"], server: "e", client: "e"),
    Row(
      name: "remote token for clients", config: "{ gateway: { remote: { token: 'r' } } }",
      client: "r"),
    Row(
      name: "former name", process: ["C": "f"], release: "2026.3.13", server: "f", client: "f"),
    Row(name: "former name, not read any more", process: ["C": "f"], release: "2026.3.22"),
    Row(
      name: "present name before former", process: ["C": "f", "T": "b"], release: "2026.3.13",
      server: "b", client: "b"),
    Row(
      name: "present name, not read yet", process: ["T": "b"], release: "2026.1.24",
      mode: .none),
    Row(
      name: "an empty text hides the variable", config: "{ gateway: { auth: { token: '' } } }",
      process: ["T": "b"], release: "2026.2.26", server: nil, client: "b"),
    Row(
      name: "an empty text does not", config: "{ gateway: { auth: { token: '' } } }",
      process: ["T": "b"], server: "b", client: "b"),
    Row(name: "a password chooses its mode", process: ["P": "p"], mode: .password),
    Row(name: "default of 2026.2.17", release: "2026.2.17", mode: .none),
    Row(name: "default of 2026.2.1", release: "2026.2.1"),
    Row(
      name: "stated mode", config: "{ gateway: { auth: { mode: 'trusted-proxy' } } }",
      process: ["P": "p"], mode: .trustedProxy),
    Row(
      name: "space around", config: "{ gateway: { auth: { token: ' a ' } } }", server: "a",
      client: "a"),
    Row(
      name: "unknown to us",
      config: "{ gateway: { auth: { token: { source: 'exec', provider: 'p', id: 'i' } } } }"),
    Row(
      name: "reference object to a variable",
      config: "{ gateway: { auth: { token: { source: 'env', provider: 'default', id: 'T0' } } } }",
      file: ["T0": "e"], server: "e", client: "e"),
  ]

  @Test("FM-16: the winner by sources and release", arguments: rows)
  func winners(_ row: Row) throws {
    let names = [
      "T": "OPENCLAW_GATEWAY_TOKEN", "C": "CLAWDBOT_GATEWAY_TOKEN",
      "P": "OPENCLAW_GATEWAY_PASSWORD",
    ]
    func source(_ kind: VariableScope.Source.Kind, _ values: [String: String])
      -> VariableScope.Source
    {
      VariableScope.Source(
        kind,
        values: Dictionary(uniqueKeysWithValues: values.map { (names[$0.key] ?? $0.key, $0.value) })
      )
    }
    let file = source(.stateFile, row.file)
    var context = CheckContext(
      document: try ConfigDocument(parsing: Array(row.config.utf8)), target: row.release,
      lines: nil)
    context.variables = VariableScope(
      sources: [row.service.map { source(.service, $0) } ?? source(.process, row.process), file],
      knowledge: .machine)
    let server = GatewayAuth(context)
    #expect(server.mode == row.mode)
    #expect(server.serverToken?.text == row.server)
    context.variables = VariableScope(
      sources: [source(.process, row.process), file], knowledge: .machine)
    #expect(GatewayAuth(context).clientToken?.text == row.client)
  }
}
