internal import ConfigDocument
internal import ConfigSchema

/// The migrations of `Tables/migrations.tsv`, read when first needed.
///
/// Rows with the same id follow one another and make one migration; the first holds its facts.
enum MigrationTable {
  /// All migrations of the table by id.
  static let migrations: [String: RowMigration] = {
    var migrations: [String: RowMigration] = [:]
    var current: [[Column]] = []
    func finish() {
      if let migration = Reader.migration(current) { migrations[migration.facts.id] = migration }
    }
    for line in MigrationsTable.text.utf8.split(separator: UInt8(ascii: "\n")).dropFirst() {
      let columns = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      if let id = columns.first, let known = current.first?.first, !id.elementsEqual(known) {
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

  /// A cell.
  ///
  /// The table is read at every start, so it is taken apart as bytes.
  private typealias Column = Substring.UTF8View

  /// The columns of the table.
  private enum Reader {
    static func migration(_ lines: [[Column]]) -> RowMigration? {
      guard let first = lines.first, first.count == 16 else { return nil }
      func release(_ column: Int) -> Release? { Release(Substring(first[column])) }
      guard let introduced = release(2) else { return nil }
      let life = Life(
        introduced: introduced, refused: release(3), from: release(1), until: release(4))
      let facts = MigrationFacts(
        text(first[0]), life: life, summary: text(first[12]), why: text(first[13]))
      let examples = lines.filter { !$0[14].isEmpty }
        .map { MigrationExample(text($0[14]), text($0[15])) }
      return RowMigration(
        facts: facts, examples: examples, rows: lines.compactMap(row))
    }

    private static func text(_ column: Column) -> String { String(Substring(column)) }

    private static func row(_ columns: [Column]) -> RowMigration.Row? {
      let source = text(columns[6])
      let target = columns[7].isEmpty ? source : text(columns[7])
      let conflict: Transform.Conflict = text(columns[9]) == "keep-both" ? .keepBoth : .targetWins
      let step: Step
      switch text(columns[5]) {
      case "move": step = .move(source: source, target: target, conflict: conflict)
      case "merge": step = .merge(source: source, target: target)
      case "map":
        step = .map(
          source: source, target: target, pairs: pairs(Substring(columns[10])), conflict: conflict)
      case "remove": step = .remove(source: source, reason: text(columns[10]))
      default: return nil
      }
      let kinds = text(columns[8]).split(separator: "|").compactMap { kind(named: $0) }
      return RowMigration.Row(
        step: step, kinds: kinds.isEmpty ? nil : Set(kinds),
        pruned: text(columns[11]).split(separator: " ").map(String.init))
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
