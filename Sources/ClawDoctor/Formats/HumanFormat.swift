import DoctorKit

/// A report for people: what must be done, most urgent first, and what to run next.
struct HumanFormat {
  /// What the report is about.
  enum Mode {
    case diagnosis, validation, dryRun, fix, filter, undo, failure
  }

  let mode: Mode
  let isQuiet: Bool
  let isVerbose: Bool
  let style: Console.Style
  /// The options that named the config, for commands to copy: ` --config x.json`.
  var selection = ""

  func render(_ report: Report) -> String {
    var lines = isQuiet ? [] : head(report)
    lines += section("Errors", report.findings.filter { $0.severity == .error && !$0.isFixed })
    lines += section("Warnings", report.findings.filter { $0.severity == .warning && !$0.isFixed })
    if isVerbose {
      lines += section("Notes", report.findings.filter { $0.severity == .info && !$0.isFixed })
    }
    lines += done(report)
    if let diff = report.diff, !diff.isEmpty { lines += diff + [""] }
    lines += report.notes
    lines.append(end(report))
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Parts

  private func head(_ report: Report) -> [String] {
    guard mode != .failure, mode != .undo, let path = report.config.path else { return [] }
    var line = style.bold(path == "-" ? "standard input" : path)
    if let reason = report.config.chosenBecause { line += " (\(reason))" }
    var lines = [line]
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

  private func section(_ title: String, _ findings: [Report.Finding]) -> [String] {
    guard !findings.isEmpty else { return [] }
    return [style.bold("\(title) (\(findings.count))")] + findings.flatMap(lines) + [""]
  }

  private func lines(_ finding: Report.Finding) -> [String] {
    let place = finding.place.map { Self.place($0) + " " } ?? ""
    let what = finding.path ?? ""
    var lines = ["  \(place)\(what.isEmpty ? "" : what + " ")\(style.dim("[\(finding.checkID)]"))"]
    lines.append("    \(finding.isFixable ? pending(finding.message) : finding.message)")
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
        let place = finding.place.map { Self.place($0) + " " } ?? ""
        return "  \(place)\(finding.message) \(style.dim("[\(finding.checkID)]"))"
      } + [""]
  }

  private static func place(_ place: Report.Place) -> String {
    let name = place.file.split(separator: "/").last.map(String.init) ?? place.file
    return "\(name == "-" ? "stdin" : name):\(place.line):\(place.column)"
  }

  // MARK: The last line

  private func end(_ report: Report) -> String {
    let backup = report.backup.map { "; the old bytes are in \($0)" } ?? ""
    switch report.status {
    case .unreadable: return "Nothing was changed."
    case .refused: return "Refused; nothing was changed."
    case .writeFailed: return "The write failed."
    case .usage: return ""
    case .clean, .findings: break
    }
    if mode == .undo { return report.isWritten ? "Done\(backup)." : "Nothing to do." }
    let left = summary(report)
    if report.isWritten {
      let rest = left.isEmpty ? "nothing is left to do" : "\(left) left"
      return "Written to \(report.writtenTo ?? "the file")\(backup); \(rest). "
        + "To take it back: clawdoctor undo\(selection)"
    }
    if mode == .filter {
      return
        "The config is on standard output; \(left.isEmpty ? "nothing is left to do" : "\(left) left")."
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
