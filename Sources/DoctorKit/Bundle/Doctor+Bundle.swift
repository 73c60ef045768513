internal import Checks
internal import ConfigStore
internal import Diagnostics
internal import Migrations
internal import Redaction

extension Doctor {
  /// Puts together what a maintainer asks for, and writes it as one new file of mode 0600.
  ///
  /// The text is made in memory and searched for every secret of the config and of what is around it
  /// before anything is written; when a part of one is found, nothing is written.
  ///
  /// - Parameters:
  ///   - path: the new file; nil gives the text out instead.
  ///   - request: which config.
  /// - Returns: where it was written to, or why it was not.
  public func bundle(to path: String?, _ request: DoctorRequest) -> BundleReport {
    var request = request
    request.wantsDiff = true
    let examination = examine(request)
    var report = examination.report
    // What is wrong with the config is what the bundle is for; a missing one has nothing to show.
    guard !report.findings.contains(where: { $0.checkID == "store.missing" }) else {
      return BundleReport(report: report)
    }
    var writer = BundleWriter(
      examination: examination, token: token(request), environment: environment)
    writer.write()
    let bundle = writer.bundle
    let secrets = writer.redactor.hiddenSecrets
    report.status = .clean
    var result = BundleReport(report: report)
    result.sections = bundle.sections.map {
      BundleReport.Section(title: $0.title, lines: $0.lines.count)
    }
    result.secretCount = secrets.count
    let text = withoutHome(bundle.text())
    if let leak = leak(in: bundle, secrets) {
      var builder = ReportBuilder(knowing: writer.redactor)
      builder.refuse(
        "bundle-leak",
        "the section \"\(outside: leak.title)\" holds a part of a secret, in its line \(leak.line)",
        help: "see that line in clawdoctor config get; make the secret longer, or reword the line")
      result.report = report.refused(builder.finished(threshold: .error))
      return result
    }
    guard let path else {
      result.text = text
      return result
    }
    do throws(StoreError) {
      try store.make(Array(text.utf8), at: path)
      var redactor = writer.redactor
      result.report.isWritten = true
      result.report.writtenTo = redactor.render("\(outside: path)").text
    } catch {
      var builder = ReportBuilder(knowing: writer.redactor)
      builder.add(error)
      result.report = report.refused(builder.finished(threshold: .error))
    }
    return result
  }

  /// The first section with a part of a secret in it.
  func leak(in bundle: SupportBundle, _ secrets: [String]) -> (title: String, line: Int)? {
    let scan = LeakScan(secrets, vocabulary: Self.vocabulary)
    for section in bundle.sections {
      let text = ([section.title] + section.lines).joined(separator: "\n")
      // The heading is searched too, and is no line of the section.
      if let line = scan.firstLeak(in: text) { return (section.title, max(1, line - 1)) }
      for (number, line) in section.lines.enumerated() where Redactor.holdsToken(line) {
        return (section.title, number + 1)
      }
    }
    return nil
  }

  /// Words of our own sentences: a secret may hold one, and that gives nothing away.
  private static var vocabulary: Set<String> {
    let texts =
      MigrationChain.all.flatMap { [$0.facts.id, $0.facts.summary, $0.facts.why] }
      + CheckRegistry.all.flatMap { [$0.id, $0.summary] }
      + [
        """
        clawdoctor support bundle versions system config target format findings plan difference
        gateway token files mode bytes clients different tokens literal reference variable secret
        password private header credential random warning error
        """
      ]
    return Set(
      texts.flatMap { text in
        text.lowercased().split { !$0.isLetter }.map(String.init)
      })
  }

  /// The text with the home folder by its short name, which does not say who somebody is.
  private func withoutHome(_ text: String) -> String {
    guard let home = environment.variables["HOME"] ?? environment.systemHome, home.count > 1 else {
      return text
    }
    return text.split(separator: home, omittingEmptySubsequences: false).joined(separator: "~")
  }
}

extension Report {
  /// Only why there is no bundle: what is wrong with the config was to stand in it.
  fileprivate func refused(_ reason: Report) -> Report {
    var report = self
    report.findings = reason.findings
    report.changes = []
    report.diff = nil
    report.status = reason.status
    return report
  }
}
