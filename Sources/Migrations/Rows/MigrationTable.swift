internal import ConfigSchema

/// The migrations of `Tables/migrations.tsv`.
///
/// Lines with the same id follow one another and make one migration; the first holds its facts.
enum MigrationTable {
  /// All migrations of the table by id.
  static let migrations: [String: RowMigration] = {
    var migrations: [String: RowMigration] = [:]
    var current: [TableLine] = []
    func finish() {
      guard let first = current.first else { return }
      let migration = RowMigration(id: first.text(.id), lines: current)
      migrations[migration.id] = migration
    }
    let table = Array(MigrationsTable.text.utf8)
    for line in table.split(separator: UInt8(ascii: "\n")).dropFirst() {
      let line = TableLine(line)
      if let first = current.first, first.cell(.id) != line.cell(.id) {
        finish()
        current = []
      }
      current.append(line)
    }
    finish()
    return migrations
  }()

  /// The migration of the table with an id.
  ///
  /// - Returns: one that does nothing when the id is unknown, which a test reports.
  static func row(_ id: String) -> any Migration {
    migrations[id] ?? RowMigration(id: id, lines: [])
  }
}
