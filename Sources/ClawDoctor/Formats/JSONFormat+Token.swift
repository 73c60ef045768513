import DoctorKit

extension JSONFormat {
  /// The sources of the gateway token; fingerprints compare them within this report only.
  static func render(_ token: TokenReport) -> String {
    var members = members(of: token.report)
    members.append(("mode", JSONValue(token.mode)))
    members.append(("gateway", JSONValue(token.gateway)))
    members.append(("clients", JSONValue(token.clients)))
    members.append(("agree", token.agree.map { .boolean($0) } ?? .null))
    members.append(("sources", .array(token.sources.map(source))))
    return JSONValue.object(members).text() + "\n"
  }

  private static func source(_ source: TokenReport.Source) -> JSONValue {
    .object([
      ("kind", .string(source.kind)), ("name", .string(source.name)),
      ("file", JSONValue(source.file)), ("line", source.line.map { .number($0) } ?? .null),
      ("form", JSONValue(source.form)), ("refersTo", JSONValue(source.refersTo)),
      ("fingerprint", JSONValue(source.fingerprint)),
      ("usedBy", .array(source.usedBy.map { .string($0) })),
    ])
  }
}
