internal import Checks
internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics
internal import Redaction

extension Doctor {
  /// Says where the gateway token comes from.
  ///
  /// Every source is listed, with who would use it and whether all agree; no byte of a token is
  /// shown.
  ///
  /// - Parameter request: which config.
  /// - Returns: the report; it says so when the config cannot be read.
  public func token(_ request: DoctorRequest) -> TokenReport {
    var builder = ReportBuilder()
    let opened: OpenedConfig
    do throws(OpenFailure) {
      opened = followingIncludes(try open(request, describing: &builder), request)
    } catch {
      builder.add(error)
      return TokenReport(report: builder.finished(threshold: request.threshold))
    }
    let secrets = builder.describe(opened)
    let target = target(of: opened.document, request)
    builder.describe(target)
    let around = surroundings(of: opened, for: target.release, request)
    builder.learn(around)
    var context = CheckContext(
      document: opened.document, target: target.release,
      lines: LineIndex(opened.document.bytes))
    context.isMask = Redactor.containsLabel
    context.secrets = secrets
    context.variables = around.gateway
    context.clientVariables = around.client
    for error in around.unreadable { builder.add(unreadable: error) }
    for check in CheckRegistry.ofMeaning {
      builder.add(
        check.findings(in: context).filter { $0.path?.steps.first == .key("gateway") })
    }
    guard let fingerprint = SecretFingerprint(random: environment.randomBytes) else {
      builder.addRandomFailure()
      return TokenReport(report: builder.finished(threshold: request.threshold))
    }
    var survey = TokenSurvey(
      context: context, around: around, fingerprint: fingerprint, redactor: builder.redactor,
      includes: opened.includes)
    survey.host = opened.host
    return survey.report(builder.finished(threshold: request.threshold))
  }
}
