extension Doctor {
  /// Says what it means for a config to go from one release to another; nothing is written.
  ///
  /// What is new: migrations, changed defaults, and what the schema of the new release refuses and
  /// that of the old one does not.
  ///
  /// - Parameter request: which config, with `from` and `release`; without `from`, what the config
  ///   says it was last written by.
  /// - Returns: the report; it says how many violations the old release has as well.
  public func upgrade(_ request: DoctorRequest) -> Report {
    var report = diagnose(request)
    guard let source = request.from ?? report.config.declaredRelease, report.status.isVerdict else {
      return report
    }
    var before = request
    before.release = source
    let known = Set(validate(before).findings.map(Self.place))
    let count = report.findings.count
    report.findings.removeAll { finding in
      finding.checkID.hasPrefix("schema.") && known.contains(Self.place(finding))
    }
    let left = count - report.findings.count
    if left > 0 {
      report.notes.append(
        "\(left == 1 ? "1 violation holds" : "\(left) violations hold") in \(source) already: "
          + "see clawdoctor config validate --release \(source)")
    }
    report.status = report.statusOfFindings(threshold: request.threshold)
    return report
  }

  /// What makes two findings the same in both releases.
  private static func place(_ finding: Report.Finding) -> [String?] {
    [finding.checkID, finding.path, finding.place.map { "\($0.line):\($0.column)" }]
  }
}

extension ExitStatus {
  /// Whether the run came to an end, with findings or without.
  fileprivate var isVerdict: Bool { self == .clean || self == .findings }
}
