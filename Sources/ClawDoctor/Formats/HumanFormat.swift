import DoctorKit

/// A report for people: what must be done, most urgent first, and what to run next.
struct HumanFormat {
  /// What the report is about.
  enum Mode {
    case diagnosis, validation, dryRun, fix, filter, token, edit, editFilter, survey, undo, failure
  }

  let mode: Mode
  let isQuiet: Bool
  let isVerbose: Bool
  let style: Console.Style
  /// The options that named the config, for commands to copy: ` --config x.json`.
  var selection = ""

  func render(_ report: Report) -> String {
    var lines = isQuiet ? [] : head(report)
    lines += section(
      "Errors", report, report.findings.filter { $0.severity == .error && !$0.isFixed })
    lines += section(
      "Warnings", report, report.findings.filter { $0.severity == .warning && !$0.isFixed })
    if isVerbose {
      lines += section(
        "Notes", report, report.findings.filter { $0.severity == .info && !$0.isFixed })
    }
    lines += done(report)
    if mode == .token || isEdit { lines += steps(report) }
    if let diff = report.diff, !diff.isEmpty { lines += diff + [""] }
    lines += report.notes
    if mode != .survey || report.status == .unreadable { lines.append(end(report)) }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Parts

  private func head(_ report: Report) -> [String] {
    guard mode != .failure, mode != .undo, let path = report.config.path else { return [] }
    var line = style.bold(path == "-" ? "standard input" : path)
    if let reason = report.config.chosenBecause { line += " (\(reason))" }
    var lines = [line]
    if let place = carrier(report.config) { lines.append("  \(place)") }
    if report.config.isTemplate {
      lines.append("  it is a template: what is filled in is not known")
    }
    lines += report.config.includes.map { "  it includes \($0)" }
    lines += report.config.others.map { "  there is also \($0)" }
    if let declared = report.config.declaredRelease { lines.append("last written by \(declared)") }
    lines += report.config.targetNotes
    if let accepted = report.config.acceptedBy {
      lines.append("accepted by \(accepted.first) to \(accepted.last)")
    } else if mode == .validation {
      lines.append("accepted by no release that is known")
    }
    return lines + [""]
  }

  /// Where in the file the config stands.
  private func carrier(_ config: Report.Config) -> String? {
    let number = config.documentNumber.map { " of document \($0)" } ?? ""
    if let at = config.at { return "the config stands at \(at)\(number) (\(config.kind ?? ""))" }
    if let number = config.documentNumber { return "the config is document \(number) of the file" }
    return config.format == nil ? config.kind.map { "no config stands in it (\($0))" } : nil
  }

  private func section(
    _ title: String, _ report: Report, _ findings: [Report.Finding]
  ) -> [String] {
    guard !findings.isEmpty else { return [] }
    return [style.bold("\(title) (\(findings.count))")] + findings.flatMap { lines($0, report) } + [
      ""
    ]
  }

  private func lines(_ finding: Report.Finding, _ report: Report) -> [String] {
    let place = place(finding, report)
    let what = finding.path ?? ""
    var lines = ["  \(place)\(what.isEmpty ? "" : what + " ")\(style.dim("[\(finding.checkID)]"))"]
    // What is said of a file is how it is, not what is done to it.
    let isPlan = finding.isFixable && finding.file == nil
    lines.append("    \(isPlan ? pending(finding.message) : finding.message)")
    lines += finding.excerpt.map { "      " + $0 }
    if let why = finding.why {
      // Most reasons name the release themselves.
      let since = finding.since.flatMap { why.contains($0) ? nil : " (since \($0))" }
      lines.append("    why: \(why)\(since ?? "")")
    }
    if let hint = finding.fixHint { lines.append("    do: \(hint)") }
    return lines
  }

  /// Nothing is said to be done before it is.
  private func pending(_ message: String) -> String { "to do: \(message)" }

  private func done(_ report: Report) -> [String] {
    let fixed = report.findings.filter(\.isFixed)
    guard !fixed.isEmpty else { return [] }
    return [style.bold("Fixed (\(fixed.count))")]
      + fixed.map { finding in
        let what = finding.file == nil ? finding.message : finding.fixHint ?? finding.message
        return "  \(place(finding, report))\(what) \(style.dim("[\(finding.checkID)]"))"
      } + [""]
  }

  /// What was done, step by step, where no finding says it.
  private func steps(_ report: Report) -> [String] {
    guard report.status != .refused, !report.changes.isEmpty else { return [] }
    let title = report.isWritten || mode == .editFilter ? "Done" : "To do"
    return [style.bold("\(title) (\(report.changes.count))")]
      + report.changes.map { "  \(place($0, report))\($0.message)" } + [""]
  }

  private var isEdit: Bool { mode == .edit || mode == .editFilter }

  private func place(_ change: Report.Change, _ report: Report) -> String {
    guard isEdit else { return "" }
    if let place = change.place { return Self.place(place, in: report) + " " }
    return change.file.map { Self.name($0, in: report.config.includeFolder) + " " } ?? ""
  }

  private func place(_ finding: Report.Finding, _ report: Report) -> String {
    if let place = finding.place { return Self.place(place, in: report) + " " }
    guard let file = finding.file else { return "" }
    return Self.name(file, in: report.config.stateFolder) + " "
  }

  /// The path below the state folder; elsewhere, the file's name.
  private static func name(_ file: String, in folder: String?) -> String {
    if let folder, file.hasPrefix(folder + "/") { return String(file.dropFirst(folder.count + 1)) }
    return file.split(separator: "/").last.map(String.init) ?? file
  }

  /// An included file is called by its path from the config's folder.
  private static func place(_ place: Report.Place, in report: Report) -> String {
    let config = report.config.path ?? ""
    let isIncluded = place.file != config && report.config.includes.contains(place.file)
    // The includes of a config that was named by a relative path are in its folder all the same.
    let folder = report.config.includeFolder
    let name =
      isIncluded && folder != nil
      ? Self.name(place.file, in: folder)
      : place.file.split(separator: "/").last.map(String.init) ?? place.file
    return "\(name == "-" ? "stdin" : name):\(place.line):\(place.column)"
  }

  // MARK: The last line

  private func end(_ report: Report) -> String {
    let backup = report.backup.map { "; the old bytes are in \($0)" } ?? ""
    switch report.status {
    case .unreadable: return "Nothing was changed."
    case .refused:
      return report.fixedCount == 0
        ? "Refused; nothing was changed." : "Refused; the config was not changed."
    case .writeFailed: return "The write failed."
    case .usage: return ""
    case .clean, .findings: break
    }
    if mode == .undo { return report.isWritten ? "Done\(backup)." : "Nothing to do." }
    let left = summary(report)
    if report.isWritten {
      let rest = left.isEmpty ? "nothing is left to do" : "\(left) left"
      let more = report.writtenFiles.count - 1
      let others = more > 0 ? " and \(more) more file\(more == 1 ? "" : "s")" : ""
      return "Written to \(report.writtenTo ?? "the file")\(others)\(backup); \(rest). "
        + "To take it back: clawdoctor undo\(selection)"
    }
    if mode == .filter || mode == .editFilter {
      return
        "The config is on standard output; \(left.isEmpty ? "nothing is left to do" : "\(left) left")."
    }
    if mode == .token || isEdit, !report.changes.isEmpty { return "Nothing was written." }
    if isEdit { return report.status == .clean ? "Nothing to do." : "Nothing was written." }
    if mode == .fix, report.fixedCount > 0 {
      return "Done; the config itself is as it was; "
        + (left.isEmpty ? "nothing is left to do." : "\(left) left, see what to do above.")
    }
    if left.isEmpty { return mode == .validation ? "Valid." : "Nothing to do." }
    let canFix = report.findings.contains { $0.isFixable && !$0.isFixed }
    return canFix ? "\(left). Next: clawdoctor --fix\(selection)" : "\(left); see what to do above."
  }

  private func summary(_ report: Report) -> String {
    func count(_ number: Int, _ word: String) -> String? {
      number == 0 ? nil : "\(number) \(word)\(number == 1 ? "" : "s")"
    }
    return [
      count(report.count(.error), "error"), count(report.count(.warning), "warning"),
    ].compactMap { $0 }.joined(separator: ", ")
  }
}
