import DoctorKit

/// What differs between two configs, for people and for programs.
struct DifferenceFormat {
  /// Whether the lines of the texts are shown instead of the values.
  let isUnified: Bool

  /// A longer value is cut for people.
  private static let width = 80

  /// Whether there is a difference of the kind that is shown.
  func differs(_ difference: ConfigDifference) -> Bool {
    isUnified ? !difference.hasSameText : !difference.entries.isEmpty
  }

  func human(_ difference: ConfigDifference) -> String {
    if isUnified {
      return difference.lines.isEmpty ? "" : difference.lines.joined(separator: "\n") + "\n"
    }
    guard !difference.entries.isEmpty else {
      return difference.hasSameText
        ? "The two are the same.\n"
        : "All values are the same; the texts differ, see --unified.\n"
    }
    var lines = ["--- \(difference.first)", "+++ \(difference.second)"]
    lines += difference.entries.map(line)
    let count = difference.entries.count
    lines.append("\(count) difference\(count == 1 ? "" : "s").")
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ entry: ConfigDifference.Entry) -> String {
    let old = cut(entry.old ?? "")
    let new = cut(entry.new ?? "")
    let path = entry.newPath ?? entry.oldPath ?? ""
    switch entry.kind {
    case .added: return "+ \(path): \(new)"
    case .removed: return "- \(path): \(old)"
    case .changed: return "~ \(path): \(old) -> \(new)"
    case .moved: return "> \(path) was \(entry.oldPath ?? "")"
    }
  }

  private func cut(_ text: String) -> String {
    text.unicodeScalars.count > Self.width
      ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.width))) + "…" : text
  }

  func json(_ difference: ConfigDifference) -> String {
    JSONValue.object([
      ("schemaVersion", .number(1)), ("tool", JSONFormat.tool),
      ("first", .string(difference.first)), ("second", .string(difference.second)),
      ("same", .boolean(!differs(difference))),
      ("sameText", .boolean(difference.hasSameText)),
      ("differences", .array(difference.entries.map(entry))),
      ("diff", isUnified ? .array(difference.lines.map { .string($0) }) : .null),
    ]).text() + "\n"
  }

  private func entry(_ entry: ConfigDifference.Entry) -> JSONValue {
    .object([
      ("kind", .string(entry.kind.rawValue)), ("from", JSONValue(entry.oldPath)),
      ("to", JSONValue(entry.newPath)), ("old", JSONValue(entry.old)),
      ("new", JSONValue(entry.new)), ("oldLine", entry.oldLine.map { .number($0) } ?? .null),
      ("newLine", entry.newLine.map { .number($0) } ?? .null),
    ])
  }
}
