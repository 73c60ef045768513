import DoctorKit

/// Pages for people who read them in a browser.
enum MarkdownFormat {
  /// The page of all migrations, with their executed examples.
  static func render(_ entries: [MigrationEntry]) -> String {
    var lines = [
      "# Migrations", "",
      "In the order in which they run. Made by `clawdoctor migrations --format markdown`; the",
      "examples are executed.",
    ]
    for entry in entries { lines += section(entry) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func section(_ entry: MigrationEntry) -> [String] {
    var lines = ["", "## \(entry.id)", "", "\(entry.summary).", "", "\(capitalized(entry.why))."]
    lines += ["", "- new shape: \(entry.introduced)"]
    if let refused = entry.refused { lines.append("- old shape refused: \(refused)") }
    lines.append(
      "- done for releases from \(entry.from)\(entry.until.map { " and before \($0)" } ?? "")")
    if let consequence = entry.consequence {
      lines.append("- only with `--unsafe` or `--only \(entry.id)`: \(consequence)")
    }
    if let example = Doctor.examples(ofMigration: entry.id).first(where: { $0.before != $0.after })
    {
      lines += [
        "", "```json5", example.before, "```", "", "becomes", "", "```json5", example.after, "```",
      ]
    }
    return lines
  }

  private static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
