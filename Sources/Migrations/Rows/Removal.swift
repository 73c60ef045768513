internal import ConfigDocument
internal import Diagnostics

/// What is said of the removal of a key without a text of its own for each of the many.
enum Removal {
  /// What it does: `Remove cron.runLog`, shortened from the left where the key lies deep.
  static func summary(of line: TableLine) -> String {
    var path = BraceExpansion.expand(line.text(.source))[0][...]
    while path.utf8.count > 60, let dot = path.firstIndex(of: ".") {
      path = path[path.index(after: dot)...]
    }
    return "Remove \(path)"
  }

  /// A config in which the key stands beside another one, one in which it stands alone, and one
  /// without it.
  static func examples(of row: RowMigration.Row) -> [MigrationExample] {
    let steps = PathPattern(BraceExpansion.expand(row.step.source)[0]).steps
    guard case .key(let key)? = steps.last else { return [] }
    let way = steps.dropLast()
    let kept = wrapped("{\"kept\":1}", in: way)
    let left =
      row.pruned.count == way.count
      ? "{}" : wrapped("{}", in: way.dropLast(row.pruned.count))
    return [
      MigrationExample(wrapped("{\"\(key)\":7,\"kept\":1}", in: way), kept),
      MigrationExample(wrapped("{\"\(key)\":7}", in: way), left),
      MigrationExample(unchanged: kept),
    ]
  }

  private static func wrapped(
    _ text: String, in steps: some BidirectionalCollection<PathPattern.Step>
  )
    -> String
  {
    steps.reversed().reduce(text) { text, step in
      switch step {
      case .key(let key): "{\"\(key)\":\(text)}"
      case .anyKey: "{\"x\":\(text)}"
      case .anyItem, .index: "[\(text)]"
      }
    }
  }
}
