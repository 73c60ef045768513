internal import ConfigDocument
internal import ConfigStore
internal import Diagnostics
internal import Migrations
internal import Redaction

extension ReportBuilder {
  /// Shows what changes, with secrets masked.
  ///
  /// - Parameters:
  ///   - plan: what is done.
  ///   - parts: what goes into which file, where there are several.
  ///   - word: what the new text is, behind its name.
  mutating func addDiff(
    _ plan: MigrationPlan, _ parts: [FileChange] = [], word: String = "fixed"
  ) {
    let name = report.config.path ?? ""
    guard plan.hasChanges || !parts.isEmpty else { return report.diff = [] }
    if let includes { return report.diff = diff(parts, includes, word) }
    report.diff = MaskedDiff.lines(
      from: redactor.redact(plan.before), to: redactor.redact(plan.after), name: name,
      newName: "\(name) (\(word))", linesBefore: host?.file.linesBefore ?? 0)
  }

  /// One difference for each file that changes.
  private mutating func diff(
    _ parts: [FileChange], _ includes: MountedConfig, _ word: String
  ) -> [String] {
    parts.flatMap { part -> [String] in
      guard
        let file = includes.files.first(where: { $0.snapshot.target == part.snapshot.target }),
        let after = try? ConfigDocument(parsing: part.bytes)
      else { return [] }
      let name = text("\(outside: file.path)")
      return MaskedDiff.lines(
        from: redactor.redact(file.document, at: file.place),
        to: redactor.redact(after, at: file.place), name: name, newName: "\(name) (\(word))")
    }
  }
}
