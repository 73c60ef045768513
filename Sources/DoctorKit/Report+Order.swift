extension Report {
  /// Puts the most urgent findings first; of those, the config's own come before those of included
  /// files, each in the order of the text.
  mutating func sortFindings() {
    let urgency = Dictionary(
      uniqueKeysWithValues: Severity.allCases.reversed().enumerated().map { ($1, $0) })
    let files = Dictionary(
      ([config.path ?? ""] + config.includes).enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first })
    func rank(_ finding: Finding, _ offset: Int) -> (Int, Int, Int, Int) {
      // What stands in no file is told behind what stands in the config.
      (
        urgency[finding.severity] ?? 0, finding.place.flatMap { files[$0.file] } ?? 0,
        finding.place?.line ?? .max, offset
      )
    }
    findings = findings.enumerated().map { (rank: rank($1, $0), finding: $1) }
      .sorted { $0.rank < $1.rank }.map(\.finding)
  }
}

extension Report {
  /// What the findings that are left mean for the exit status.
  func statusOfFindings(threshold: Severity) -> ExitStatus {
    findings.contains { !$0.isFixed && $0.severity >= threshold } ? .findings : .clean
  }
}
