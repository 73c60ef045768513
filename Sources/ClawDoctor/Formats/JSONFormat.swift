import DoctorKit

/// A report for programs: the object that the command line promises, schema version 1.
enum JSONFormat {
  static func render(_ report: Report) -> String {
    JSONValue.object(members(of: report)).text() + "\n"
  }

  /// The members of a report; more may follow them.
  static func members(of report: Report) -> [(String, JSONValue)] {
    [
      ("schemaVersion", .number(1)),
      ("tool", tool),
      ("config", config(report)),
      ("ok", .boolean(report.status == .clean)),
      ("status", .number(Int(report.status.rawValue))),
      ("written", .boolean(report.isWritten)),
      ("writtenTo", JSONValue(report.writtenTo)),
      ("writtenFiles", .array(report.writtenFiles.map { .string($0) })),
      ("backup", JSONValue(report.backup)),
      (
        "summary",
        .object([
          ("error", .number(report.count(.error))), ("warning", .number(report.count(.warning))),
          ("info", .number(report.count(.info))), ("fixed", .number(report.fixedCount)),
        ])
      ),
      ("changes", .array(report.changes.map { change($0, in: report) })),
      ("findings", .array(report.findings.map { finding($0, in: report) })),
      ("notes", .array(report.notes.map { .string($0) })),
      ("diff", report.diff.map { .array($0.map { .string($0) }) } ?? .null),
    ]
  }

  /// The list of backups.
  static func render(_ backups: [Backup]) -> String {
    let items = backups.map { backup in
      JSONValue.object([
        ("id", .number(backup.id)), ("time", .number(Int(backup.time))),
        ("reason", .string(backup.reason)), ("size", .number(backup.size)),
      ])
    }
    return JSONValue.object([
      ("schemaVersion", .number(1)), ("tool", tool), ("backups", .array(items)),
    ]).text() + "\n"
  }

  static var tool: JSONValue {
    .object([("name", .string(ToolVersion.name)), ("version", .string(ToolVersion.current))])
  }

  private static func config(_ report: Report) -> JSONValue {
    let config = report.config
    return .object([
      ("path", JSONValue(config.path)), ("format", JSONValue(config.format)),
      ("kind", JSONValue(config.kind)), ("at", JSONValue(config.at)),
      ("document", config.documentNumber.map { .number($0) } ?? .null),
      ("template", .boolean(config.isTemplate)),
      ("declaredRelease", JSONValue(config.declaredRelease)),
      ("acceptedBy", acceptance(config.acceptedBy)),
      ("targetRelease", JSONValue(config.targetRelease)),
      ("targetNotes", .array(config.targetNotes.map { .string($0) })),
      ("chosenBecause", JSONValue(config.chosenBecause)),
      ("includes", .array(config.includes.map { .string($0) })),
      ("others", .array(config.others.map { .string($0) })),
    ])
  }

  private static func acceptance(_ acceptance: Report.Acceptance?) -> JSONValue {
    guard let acceptance else { return .null }
    return .object([("first", .string(acceptance.first)), ("last", .string(acceptance.last))])
  }

  private static func change(_ change: Report.Change, in report: Report) -> JSONValue {
    .object(
      [
        ("migration", .string(change.migration)), ("action", .string(change.action)),
        ("from", JSONValue(change.source)), ("to", JSONValue(change.target)),
      ] + place(change.place, file: change.file, in: report)
        + [("message", .string(change.message))])
  }

  private static func finding(_ finding: Report.Finding, in report: Report) -> JSONValue {
    .object(
      [
        ("checkId", .string(finding.checkID)), ("severity", .string(finding.severity.rawValue)),
        ("message", .string(finding.message)), ("why", JSONValue(finding.why)),
        ("path", JSONValue(finding.path)),
      ] + place(finding.place, file: finding.file, in: report) + [
        ("since", JSONValue(finding.since)), ("fixHint", JSONValue(finding.fixHint)),
        ("fixed", .boolean(finding.isFixed)),
      ])
  }

  private static func place(
    _ place: Report.Place?, file: String? = nil, in report: Report
  ) -> [(String, JSONValue)] {
    [
      ("file", JSONValue(place?.file ?? file ?? report.config.path)),
      ("line", place.map { .number($0.line) } ?? .null),
      ("column", place.map { .number($0.column) } ?? .null),
    ]
  }
}
