package import ConfigSchema
internal import Diagnostics

/// A condition under which the gateway does not start, or refuses a part of the config.
///
/// No repair may lead into one: after every fix these checks run again, on the result.
package protocol StartRule: Check {
  /// The first release that refuses (`facts`: audit checks, rows `start.*`).
  var since: Release { get }
}

extension StartRule {
  package var isStartRule: Bool { true }
}

extension CheckContext {
  /// How much it matters that something is missing which a variable may give where the gateway
  /// runs: an error on that machine, less where the machine may be another one.
  var severityOfAbsence: Severity {
    switch variables.knowledge {
    case .machine: .error
    case .files: .warning
    case .nothing: .info
    }
  }

  /// Whether the webhooks of the config are switched on; everything else of them counts only then.
  var hasHooks: Bool { boolean(at: ConfigPath(keys: "hooks.enabled")) == true }
}

extension StartRule {
  /// A finding of this rule.
  ///
  /// - Parameters:
  ///   - path: the key that decides; where it is missing, its nearest parent is pointed at.
  ///   - context: the config.
  ///   - severity: how much it matters.
  ///   - message: what is there.
  ///   - why: what the gateway does.
  ///   - fix: what can be done.
  /// - Returns: the finding.
  func finding(
    at path: ConfigPath, in context: CheckContext, severity: Severity = .error, _ message: Message,
    why: Message = "the gateway refuses to start", fix: Fix
  ) -> Finding {
    Finding(
      checkID: id, severity: severity, message: message, why: why, path: path,
      span: context.nearest(to: path).flatMap { context.span(at: $0) },
      since: since.description, fix: fix)
  }
}
