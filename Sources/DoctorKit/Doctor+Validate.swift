internal import ConfigSchema
internal import Diagnostics

extension Doctor {
  /// Says what a release of OpenClaw does not accept in a config; nothing is written.
  ///
  /// - Parameter request: which config, which release, and which severity counts.
  /// - Returns: the report; it says so when the config cannot be read.
  public func validate(_ request: DoctorRequest) -> Report {
    var builder = ReportBuilder()
    let opened: OpenedConfig
    do throws(OpenFailure) {
      opened = try open(request, describing: &builder)
    } catch {
      builder.add(error)
      return builder.finished(threshold: request.threshold)
    }
    let target = target(of: opened.document, request)
    builder.describe(opened)
    builder.learn(followingIncludes(opened, request).includes)
    builder.learn(surroundings(of: opened, for: target.release, request))
    builder.describe(target)
    let validator = Validator(target.release)
    builder.describe(validator.keys)
    builder.setAcceptance(Acceptance(of: opened.document))
    builder.add(validator.violations(in: opened.document).map(\.finding))
    return builder.finished(threshold: request.threshold)
  }
}

extension ReportBuilder {
  /// Says which keys stand in for those of a release that are not known.
  fileprivate mutating func describe(_ keys: KeySet) {
    guard keys.knowledge == .none else { return }
    addTargetNote(
      "its keys are taken to be those of \(ours: keys.source.description), the nearest release before it whose keys are known"
    )
  }
}
