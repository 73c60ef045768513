internal import ConfigDocument
internal import ConfigSchema

/// The migrations of the tables, by id or in order.
///
/// Lines with the same id follow one another and make one migration; the first holds its facts.
enum MigrationTable {
  /// All migrations of `Tables/migrations.tsv` and `Tables/later-migrations.tsv` by id.
  static let migrations: [String: RowMigration] = {
    var migrations: [String: RowMigration] = [:]
    for text in [MigrationsTable.text, LaterMigrationsTable.text] {
      for migration in read(text) { migrations[migration.id] = migration }
    }
    return migrations
  }()

  /// The migrations of `Tables/removals.tsv` in the order of the table.
  static let removals: [any Migration] = read(RemovalsTable.text, isRemoval: true)

  /// The migration of the table with an id.
  ///
  /// - Returns: one that does nothing when the id is unknown, which a test reports.
  static func row(_ id: String) -> any Migration {
    migrations[id] ?? RowMigration(id: id, lines: [])
  }

  private static func read(_ text: String, isRemoval: Bool = false) -> [RowMigration] {
    var migrations: [RowMigration] = []
    var current: [TableLine] = []
    func finish() {
      guard let first = current.first else { return }
      migrations.append(RowMigration(id: first.text(.id), lines: current))
    }
    for line in TableLines(text).rows {
      let line = TableLine(line, isRemoval: isRemoval)
      if let first = current.first, first.cell(.id) != line.cell(.id) {
        finish()
        current = []
      }
      current.append(line)
    }
    finish()
    return migrations
  }
}
