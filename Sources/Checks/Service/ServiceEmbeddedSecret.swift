internal import ConfigDocument
package import Diagnostics

/// Finds secrets that stand in the definition of the gateway's service.
///
/// ## Why it matters
/// A unit or a property list is read by whoever asks the service manager, comes along in copies of
/// the settings, and keeps the old secret when the real one is changed (`facts`:
/// `guide.service.systemd_embedded_secret`, `guide.service.launchd_embedded_secret`).
///
/// ## Instead
/// The `.env` of the state folder; a unit can name it with `EnvironmentFile=-`.
package struct ServiceEmbeddedSecret: Check {
  package let id = "service-embedded-secret"
  package let summary = "Find secrets in the definition of the gateway's service"
  package let examples = [
    CheckExample(
      "{}",
      service: ServiceDefinition(
        .systemd, path: "openclaw-gateway.service",
        variables: [
          ServiceVariable(name: "PATH", value: "/usr/bin", line: 4),
          ServiceVariable(name: "OPENCLAW_GATEWAY_TOKEN", value: "demo-not-a-secret", line: 5),
        ]),
      finds: ["openclaw-gateway.service:5 sets OPENCLAW_GATEWAY_TOKEN to a value"]),
    CheckExample(
      "{}",
      service: ServiceDefinition(
        .launchd(.integer(63)), path: "ai.openclaw.gateway.plist",
        variables: [ServiceVariable(name: "GEMINI_API_KEY", value: "demo-not-a-key", line: 9)]),
      finds: ["ai.openclaw.gateway.plist:9 sets GEMINI_API_KEY to a value"]),
    CheckExample(
      "{}",
      service: ServiceDefinition(
        .systemd, path: "openclaw-gateway.service",
        variables: [
          ServiceVariable(name: "SOME_TOKEN", value: "", line: 4),
          ServiceVariable(name: "MAX_TOKENS", value: "4096", line: 5),
        ])),
  ]

  package init() {}

  private static let endings = ["_TOKEN", "_API_KEY", "_SECRET", "_PASSWORD"]

  package func findings(in context: CheckContext) -> [Finding] {
    guard let service = context.service else { return [] }
    return service.variables.filter { variable in
      Self.endings.contains { variable.name.hasSuffix($0) } && !variable.value.trimmed.isEmpty
    }.map { variable in
      Finding(
        checkID: id, severity: .warning,
        message:
          "\(outside: service.path):\(variable.line) sets \(outside: variable.name) to a value",
        why:
          "the definition of a service is no place for a secret: others may read it, and it stays when the secret is changed",
        fix: .manual(
          service.manager == .systemd
            ? "put it into the .env of the state folder, name that with EnvironmentFile=-, and take it out of the unit"
            : "put it into the .env of the state folder, and take it out of the property list"))
    }
  }
}
