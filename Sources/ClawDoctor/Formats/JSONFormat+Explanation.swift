import DoctorKit

extension JSONFormat {
  /// What is known of a key, a migration or a check.
  static func render(_ explanation: Explanation) -> String {
    func list(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
    let chapters = explanation.chapters.map { chapter in
      JSONValue.object([
        ("first", .string(chapter.first)), ("last", JSONValue(chapter.last)),
        ("types", .string(chapter.types)), ("values", list(chapter.values)),
        ("limits", list(chapter.limits)), ("default", JSONValue(chapter.standard)),
        ("notes", list(chapter.notes)),
      ])
    }
    return JSONValue.object([
      ("schemaVersion", .number(1)), ("subject", .string(explanation.subject)),
      ("summary", .string(explanation.summary)), ("why", JSONValue(explanation.why)),
      ("successor", JSONValue(explanation.successor)), ("chapters", .array(chapters)),
      ("children", list(explanation.children)),
      (
        "examples",
        .array(
          explanation.examples.map {
            .object([("before", .string($0.before)), ("after", .string($0.after))])
          })
      ),
    ]).text() + "\n"
  }
}
