import DoctorKit

extension JSONFormat {
  /// A list of migrations in their order.
  static func render(_ entries: [MigrationEntry]) -> String {
    JSONValue.object([
      ("schemaVersion", .number(1)), ("tool", tool), ("migrations", .array(entries.map(value))),
    ]).text() + "\n"
  }

  private static func value(_ entry: MigrationEntry) -> JSONValue {
    .object([
      ("id", .string(entry.id)), ("introduced", .string(entry.introduced)),
      ("refused", JSONValue(entry.refused)), ("from", .string(entry.from)),
      ("until", JSONValue(entry.until)), ("summary", .string(entry.summary)),
      ("why", .string(entry.why)), ("consequence", JSONValue(entry.consequence)),
    ])
  }
}
