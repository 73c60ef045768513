internal import Checks
internal import ConfigDocument
internal import Diagnostics
internal import Redaction

/// Whether texts can be redacted.
public enum RedactionOutcome {
  /// Texts may pass.
  case ready(TextRedaction)
  /// The config whose secrets are to be hidden cannot be read: nothing may pass.
  case unreadable(Report)
}

extension Doctor {
  /// Makes ready to hide secrets in texts.
  ///
  /// - Parameters:
  ///   - request: the config whose secrets are to be hidden wherever they stand, with those of the
  ///     files that it includes and of the `.env` files that belong to it; nil for none.
  ///   - showsInvisible: whether characters that cannot be seen are written as `\u{…}`.
  /// - Returns: what texts go through.
  public func redaction(
    of request: DoctorRequest?, showingInvisible showsInvisible: Bool
  ) -> RedactionOutcome {
    var redactor = Redactor()
    guard let request else {
      return .ready(TextRedaction(knowing: redactor, showsInvisible: showsInvisible))
    }
    var builder = ReportBuilder()
    do throws(OpenFailure) {
      let opened = followingIncludes(try open(request, describing: &builder), request)
      redactor.learn(opened.document)
      redactor.learnLooks(of: opened.document)
      for file in opened.includes?.files.dropFirst() ?? [] {
        redactor.learn(file.document, at: file.place)
        redactor.learnLooks(of: file.document)
      }
      let release = target(of: opened.document, request).release
      let around = surroundings(of: opened, for: release, request)
      for source in around.gateway.sources + around.client.sources where source.kind != .process {
        for (name, value) in source.values.sorted(by: { $0.key < $1.key }) {
          redactor.learn(value, ofVariable: name)
        }
      }
      // Of a file that cannot be read nothing is known to be hidden.
      if opened.includeFindings.contains(where: { $0.severity == .error }) {
        builder.add(opened.includeFindings)
        return .unreadable(builder.finished(threshold: .warning))
      }
    } catch {
      builder.add(error)
      return .unreadable(builder.finished(threshold: .warning))
    }
    return .ready(TextRedaction(knowing: redactor, showsInvisible: showsInvisible))
  }
}
