import DoctorKit

extension HumanFormat {
  /// What a bundle holds and where it is.
  static func render(_ bundle: BundleReport) -> String {
    var lines = bundle.sections.map { section in
      "  \(section.title): \(section.lines) \(section.lines == 1 ? "line" : "lines")"
    }
    let count = bundle.secretCount
    lines.append(
      "Searched for \(count) \(count == 1 ? "secret" : "secrets"); none stands in it.")
    lines.append("Written to \(bundle.report.writtenTo ?? "the file"), for nobody else to read.")
    return lines.joined(separator: "\n") + "\n"
  }
}
