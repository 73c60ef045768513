import DoctorKit

extension HumanFormat {
  /// A list of migrations, one a line: since when, what, and whether it waits to be asked for.
  static func render(_ entries: [MigrationEntry]) -> String {
    guard !entries.isEmpty else { return "No migration is needed.\n" }
    let ids = entries.map(\.id.count).max() ?? 0
    let releases = entries.map { release($0).count }.max() ?? 0
    let lines = entries.map { entry in
      padded(release(entry), releases) + "  " + padded(entry.id, ids) + "  " + entry.summary
        + (entry.consequence == nil ? "" : " (only with --unsafe or --only)")
    }
    return lines.joined(separator: "\n") + "\n\(entries.count) migrations\n"
  }

  /// The release from which the old shape is refused, or the one that brought the new shape.
  private static func release(_ entry: MigrationEntry) -> String {
    entry.refused ?? entry.introduced
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
