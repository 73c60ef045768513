internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics
internal import Migrations
internal import Redaction

extension Doctor {
  /// Reads a text, and finds the config in it.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - path: the path of the file; `-` for standard input.
  ///   - request: says where in the file the config stands, if anything does.
  /// - Returns: the config, and the file around it where there is more than it.
  /// - Throws: `OpenFailure`.
  func read(
    _ bytes: [UInt8], path: String, _ request: DoctorRequest
  ) throws(OpenFailure) -> HostReader.Result {
    var reader = HostReader(bytes, path: path, at: try wantedPlace(request, path))
    reader.takesAnything = request.takesAnything
    var result: HostReader.Result
    do throws(OpenFailure) {
      result = try reader.read()
    } catch .host(var failure) where failure.status == nil {
      // No config: still, the environment of a gateway may stand in the file.
      let found = environmentFindings(failure.documents, beside: path, request)
      failure.findings += found
      if !request.takesNoConfig || failure.kind != .compose && found.isEmpty {
        failure.findings.append(reader.noConfig())
        failure.status = .unreadable
      }
      throw .host(failure)
    }
    if let host = result.host {
      result.host?.findings += environmentFindings(host.documents, beside: path, request)
      result.host?.findings += TypeTraps(document: result.document, host: host, path: path).findings
      result.host?.findings.removeAll { request.skipped.contains($0.checkID) }
    }
    return result
  }

  private func wantedPlace(
    _ request: DoctorRequest, _ path: String
  ) throws(OpenFailure) -> ConfigPath? {
    guard let place = request.place else { return nil }
    do throws(ConfigPathError) {
      return try ConfigPath(parsing: place)
    } catch {
      throw .host(
        HostFailure(
          findings: [
            Finding(
              checkID: "which-config", severity: .error,
              message: "the path of --at cannot be read: \(ours: error.reason)",
              fix: .manual("\(ours: error.help)"))
          ], status: .usage))
    }
  }

  /// A config with includes that are left alone: what it includes lies where it will be, not here.
  func leavingIncludes(_ opened: OpenedConfig) -> OpenedConfig {
    guard let first = IncludeOccurrence.all(in: opened.document).first else { return opened }
    var opened = opened
    opened.includeFindings = [
      Finding(
        checkID: "include-not-read", severity: .info,
        message: "the files that the config includes were not read",
        why: "they are looked for where the config will lie, which is not here",
        path: opened.document.path(to: first.node),
        span: LineIndex(opened.document.bytes).span(opened.document.range(first.node)), fix: .none)
    ]
    return opened
  }
}

extension OpenedConfig {
  /// The bytes of the file with another text of the config in it.
  ///
  /// - Throws: `CarrierError` when the file cannot hold it.
  func whole(_ config: [UInt8]) throws(CarrierError) -> [UInt8] {
    guard let carrier = host?.carrier else { return config }
    return try carrier.replacing(with: config)
  }

  /// What a filter gives out for a plan: the text itself where nothing changes, for what is known of
  /// a template is not its text.
  ///
  /// - Throws: `CarrierError` when the file cannot hold the result.
  func filtered(_ plan: MigrationPlan, _ request: DoctorRequest) throws(CarrierError) -> [UInt8] {
    if host != nil, !plan.hasChanges, case .bytes(let bytes) = request.source { return bytes }
    return try whole(plan.after.bytes)
  }

  /// Why a plan must not be written into the file.
  ///
  /// - Parameters:
  ///   - plan: made on this config.
  ///   - isRepair: whether it is to be written.
  /// - Returns: nil when it may be.
  func refusal(
    of plan: MigrationPlan, isRepair: Bool
  ) -> (id: String, message: Message, help: Message)? {
    guard let host, plan.hasChanges else { return nil }
    if host.isTemplate {
      guard isRepair else { return nil }
      return (
        "template", "a template is never rewritten",
        "make the changes that are listed by hand, or repair the file that it becomes"
      )
    }
    do throws(CarrierError) {
      _ = try whole(plan.after.bytes)
      return nil
    } catch {
      return ("carrier", error.message, error.help)
    }
  }
}

extension Report {
  /// The report of a plan that the file cannot hold after all.
  func refused(for error: CarrierError, knowing redactor: Redactor) -> Report {
    var builder = ReportBuilder(knowing: redactor)
    builder.refuse("carrier", error.message, help: error.help)
    return failed(builder.finished(threshold: .info))
  }
}

extension CarrierError {
  /// What is in the way.
  var message: Message {
    switch self {
    case .style: "the scalar that the config stands in cannot hold the repaired config in its style"
    case .obstacle(let code):
      "the scalar that the config stands in is not edited: \(ours: code.phrase)"
    case .unproven: "the repaired config does not come out of the file again as it was put in"
    }
  }

  var help: Message {
    switch self {
    case .style: "write the config as a literal block (|), then run it again"
    case .obstacle: "take that out of its way, or make the changes by hand"
    case .unproven: "make the changes by hand, and report the defect"
    }
  }
}

extension EditError.Code {
  /// A clause for a report.
  fileprivate var phrase: String {
    switch self {
    case .alias: "an alias stands there, and its text stands elsewhere"
    case .sharedAnchor: "aliases elsewhere stand for the same text"
    case .mergeKey: "a merge key brings it in"
    case .template: "a template fills it in"
    case .foreignTag: "a tag gives it a meaning that is not known here"
    case .unusualKey: "its key is written in an unusual way"
    default: "its place cannot be told"
    }
  }
}
