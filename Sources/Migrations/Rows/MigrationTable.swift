internal import ConfigDocument
internal import ConfigSchema

/// The migrations of `Tables/migrations.tsv`, read when first needed.
///
/// Rows with the same id follow one another and make one migration; the first holds its facts.
enum MigrationTable {
  /// All migrations of the table by id.
  static let migrations: [String: RowMigration] = {
    var migrations: [String: RowMigration] = [:]
    var current: [[Substring]] = []
    func finish() {
      if let migration = Reader.migration(current) { migrations[migration.facts.id] = migration }
    }
    for line in MigrationsTable.text.split(separator: "\n").dropFirst() {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      if columns.first != current.first?.first {
        finish()
        current = []
      }
      current.append(columns)
    }
    finish()
    return migrations
  }()

  /// The migration of the table with an id.
  ///
  /// - Returns: one that does nothing when the id is unknown, which a test reports.
  static func row(_ id: String) -> any Migration {
    migrations[id]
      ?? RowMigration(
        facts: MigrationFacts(id, life: Life(introduced: .oldest), summary: "", why: ""),
        examples: [], rows: [])
  }

  /// The columns of the table.
  private enum Reader {
    static func migration(_ lines: [[Substring]]) -> RowMigration? {
      guard let first = lines.first, first.count == 16 else { return nil }
      func release(_ column: Int) -> Release? { Release(first[column]) }
      guard let introduced = release(2) else { return nil }
      let life = Life(
        introduced: introduced, refused: release(3), from: release(1), until: release(4))
      let facts = MigrationFacts(
        String(first[0]), life: life, summary: String(first[12]), why: String(first[13]))
      let examples = lines.filter { !$0[14].isEmpty }
        .map { MigrationExample(String($0[14]), String($0[15])) }
      return RowMigration(
        facts: facts, examples: examples, rows: lines.compactMap(row))
    }

    private static func row(_ columns: [Substring]) -> RowMigration.Row? {
      let source = String(columns[6])
      let target = columns[7].isEmpty ? source : String(columns[7])
      let conflict: Transform.Conflict = columns[9] == "keep-both" ? .keepBoth : .targetWins
      let step: Step
      switch columns[5] {
      case "move": step = .move(source: source, target: target, conflict: conflict)
      case "merge": step = .merge(source: source, target: target)
      case "map":
        step = .map(
          source: source, target: target, pairs: pairs(columns[10]), conflict: conflict)
      case "remove": step = .remove(source: source, reason: String(columns[10]))
      default: return nil
      }
      let kinds = columns[8].split(separator: "|").compactMap { kind(named: $0) }
      return RowMigration.Row(
        step: step, kinds: kinds.isEmpty ? nil : Set(kinds),
        pruned: columns[11].split(separator: " ").map(String.init))
    }

    private static func pairs(_ text: Substring) -> [ValuePair] {
      text.split(separator: ";").compactMap { pair in
        let sides = pair.split(separator: "=")
        guard sides.count == 2 else { return nil }
        return ValuePair(old: String(sides[0]), new: String(sides[1]))
      }
    }

    private static func kind(named name: Substring) -> NodeKind? {
      switch name {
      case "object": .object
      case "array": .array
      case "string": .string
      case "number": .number
      case "boolean": .boolean
      case "null": .null
      default: nil
      }
    }
  }
}
