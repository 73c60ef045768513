internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics
internal import Migrations

extension Examiner {
  /// What an upgrade does to a config that says nothing: findings, and what keeps things as they
  /// were where that is wanted.
  ///
  /// - Parameter document: the config in the shape of the target.
  /// - Returns: what was found, and the values to set.
  func defaults(in document: ConfigDocument) -> (findings: [Finding], pins: [ValueRepair]) {
    guard let source else {
      return (request.pinsDefaults ? [unknownSource] : [], [])
    }
    var findings: [Finding] = []
    var pins: [ValueRepair] = []
    for change in DefaultChange.affecting(from: source, to: target, in: document)
    where !request.skipped.contains(change.id) {
      let isNamed = request.only.contains(change.id)
      let isWanted =
        request.pinsDefaults && (request.only.isEmpty || isNamed)
        && (change.nature != .safer || request.allowsUnsafe || isNamed)
      let pin = isWanted ? change.pin : nil
      if let pin { pins.append(pin) }
      findings.append(finding(change, isPinned: pin != nil))
    }
    return (findings, pins)
  }

  private func finding(_ change: DefaultChange, isPinned: Bool) -> Finding {
    Finding(
      checkID: change.id, severity: change.nature == .looser ? .warning : .info,
      message:
        "\(change.key) is not set, and its default changed in \(ours: change.release.description)",
      why: "before: \(ours: change.old); now: \(ours: change.new)", path: change.key,
      since: change.release.description, fix: fix(change, isPinned: isPinned))
  }

  private func fix(_ change: DefaultChange, isPinned: Bool) -> Fix {
    guard let pin = change.pin, let message = pin.message else {
      return .manual("no value brings the old behaviour back; see whether the new one suits you")
    }
    if isPinned { return .safe(message) }
    return .manual(
      change.nature == .safer
        ? "the new default allows less; clawdoctor --fix --pin-defaults --unsafe keeps the old one"
        : "clawdoctor --fix --pin-defaults keeps the old one")
  }

  private var unknownSource: Finding {
    Finding(
      checkID: "unknown-source-release", severity: .warning,
      message: "the file does not say which release it comes from, so no default can be kept",
      fix: .manual("name the release with --from, for instance --from 2026.2.26"))
  }
}
