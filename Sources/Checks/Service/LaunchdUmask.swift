internal import ConfigDocument
package import ConfigSchema
package import Diagnostics

/// Finds a gateway of launchd whose new files others may read.
///
/// ## Why it matters
/// Without a mask, sessions, logs and copies of the config are made for everybody to read (`facts`:
/// `guide.service.launchd_umask`, since 2026.3.2). In the list an `<integer>` is decimal, so that 77
/// is not octal 077.
package struct LaunchdUmask: Check {
  package let id = "launchd-umask"
  package let summary = "Find a launchd service whose new files others may read"
  package let since: Release = "2026.3.2"
  package let examples = [
    CheckExample(
      "{}", service: ServiceDefinition(.launchd(nil), path: "ai.openclaw.gateway.plist"),
      finds: ["ai.openclaw.gateway.plist sets no Umask"]),
    CheckExample(
      "{}",
      service: ServiceDefinition(.launchd(.integer(77)), path: "ai.openclaw.gateway.plist"),
      finds: ["the Umask of ai.openclaw.gateway.plist lets others in"]),
    CheckExample(
      "{}",
      service: ServiceDefinition(.launchd(.string("077")), path: "ai.openclaw.gateway.plist")),
    CheckExample("{}", service: ServiceDefinition(.systemd, path: "openclaw-gateway.service")),
  ]

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard let service = context.service, case .launchd(let umask) = service.manager,
      umask?.isOwnerOnly != true
    else { return [] }
    return [
      Finding(
        checkID: id, severity: .warning,
        message: umask == nil
          ? "\(outside: service.path) sets no Umask"
          : "the Umask of \(outside: service.path) lets others in",
        why: "what the gateway writes, secrets too, can be read by other users",
        since: since.description,
        fix: .manual("set Umask to <integer>63</integer>, which is octal 077"))
    ]
  }
}
