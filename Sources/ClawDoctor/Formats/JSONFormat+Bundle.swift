import DoctorKit

extension JSONFormat {
  /// What a bundle holds and where it is.
  static func render(_ bundle: BundleReport) -> String {
    var members = members(of: bundle.report)
    members.append(("secretsSearchedFor", .number(bundle.secretCount)))
    members.append(
      (
        "sections",
        .array(
          bundle.sections.map { section in
            .object([("title", .string(section.title)), ("lines", .number(section.lines))])
          })
      ))
    return JSONValue.object(members).text() + "\n"
  }
}
