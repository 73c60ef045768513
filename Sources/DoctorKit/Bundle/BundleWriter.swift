internal import Checks
internal import ConfigDocument
internal import ConfigStore
internal import Diagnostics
internal import Redaction

/// Puts a support bundle together from what an examination has found.
struct BundleWriter {
  let examination: Doctor.Examination
  let token: TokenReport
  let environment: Environment
  private(set) var bundle = SupportBundle()
  private(set) var redactor: Redactor

  init(examination: Doctor.Examination, token: TokenReport, environment: Environment) {
    self.examination = examination
    self.token = token
    self.environment = environment
    redactor = examination.redactor
  }

  /// Fills the bundle.
  mutating func write() {
    let report = examination.report
    bundle.add("Versions", versions(report))
    bundle.add("Findings", report.findings.map { line($0, report) })
    bundle.add(
      "Plan of clawdoctor --fix", report.changes.map { "- \(place($0.place))\($0.message)" })
    bundle.add("Difference that it makes", report.diff ?? [], language: "diff")
    bundle.add("Gateway token", tokenLines())
    bundle.add("Files", fileLines())
    addConfigs()
  }

  private func versions(_ report: Report) -> [String] {
    let config = report.config
    var lines = ["- \(ToolVersion.name) \(ToolVersion.current)"]
    if let system = environment.systemName { lines.append("- system: \(system)") }
    if let declared = config.declaredRelease {
      lines.append("- config last written by \(declared)")
    }
    if let target = config.targetRelease { lines.append("- target: \(target)") }
    lines += config.targetNotes.map { "- \($0)" }
    if let format = config.format { lines.append("- format: \(format)") }
    if let reason = config.chosenBecause { lines.append("- config: \(reason)") }
    return lines
  }

  private func line(_ finding: Report.Finding, _ report: Report) -> String {
    let subject = finding.path.map { "`\($0)` " } ?? ""
    let why = finding.why.map { " (\($0))" } ?? ""
    let excerpt = finding.excerpt.map { "\n      " + $0 }.joined()
    return "- \(finding.severity.rawValue) \(finding.checkID): \(place(finding.place))\(subject)"
      + finding.message + why + excerpt
  }

  private func place(_ place: Report.Place?) -> String {
    place.map { "\(name($0.file)):\($0.line):\($0.column) " } ?? ""
  }

  private func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Sources without fingerprints: outside of this run they would tell nothing.
  private func tokenLines() -> [String] {
    guard let mode = token.mode else { return [] }
    let agreement =
      token.agree.map { $0 ? "the same token" : "different tokens" } ?? "not known here"
    return ["- mode: \(mode)", "- gateway and clients: \(agreement)"]
      + token.sources.map { source in
        let form = source.form ?? "not set"
        let users =
          source.usedBy.isEmpty ? "" : ", used by " + source.usedBy.joined(separator: ", ")
        return "- \(source.name): \(form)\(source.refersTo.map { " to \($0)" } ?? "")\(users)"
      }
  }

  private mutating func fileLines() -> [String] {
    var lines: [String] = []
    let files = examination.opened?.includes?.files.map(\.snapshot)
    for snapshot in files ?? [examination.opened?.snapshot].compactMap({ $0 }) {
      lines.append(
        "- config \(shown(snapshot.path)): mode \(octal(snapshot.status.mode)), "
          + "\(snapshot.bytes.count) bytes")
    }
    for file in examination.survey?.found ?? [] {
      lines.append("- \(shown(file.name)): mode \(octal(file.mode))")
    }
    return lines
  }

  private func octal(_ mode: UInt32) -> String { String(mode & 0o7777, radix: 8) }

  private mutating func shown(_ path: String) -> String {
    redactor.render("\(outside: path)").text
  }

  private mutating func addConfigs() {
    guard let opened = examination.opened else { return }
    if let files = opened.includes?.files {
      for file in files {
        let text = redactor.redact(file.document, at: file.place).text
        bundle.add("Config: \(shown(name(file.path)))", Self.lines(text), language: "json5")
      }
    } else {
      let text = redactor.redact(opened.document).text
      let path = opened.snapshot.map { name($0.path) } ?? "standard input"
      bundle.add("Config: \(shown(path))", Self.lines(text), language: "json5")
    }
  }

  private static func lines(_ text: String) -> [String] {
    var lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
