import DoctorKit

/// What was masked in a text, by kind.
struct RedactionFormat {
  let counts: [String: Int]
  let proof: TextRedaction.Proof?

  func render(isJSON: Bool) -> String {
    let kinds = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let total = counts.values.reduce(0, +)
    guard isJSON else {
      let width = String(total).count
      let lines = kinds.map { kind, count in
        String(repeating: " ", count: width - String(count).count) + "\(count) \(kind)"
      }
      return (["\(total) masked"] + lines).joined(separator: "\n") + "\n"
    }
    var members: [(String, JSONValue)] = [
      ("schemaVersion", .number(1)),
      (
        "tool",
        .object([("name", .string(ToolVersion.name)), ("version", .string(ToolVersion.current))])
      ),
      ("total", .number(total)),
      ("masked", .object(kinds.map { ($0.key, .number($0.value)) })),
    ]
    if let proof {
      members.append(
        (
          "proof",
          .object([
            ("planted", .number(proof.planted)),
            ("survivors", .array(proof.survivors.map { .string($0) })),
          ])
        ))
    }
    return JSONValue.object(members).text() + "\n"
  }
}
