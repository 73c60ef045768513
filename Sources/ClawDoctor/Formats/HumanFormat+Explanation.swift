import DoctorKit

extension HumanFormat {
  /// What is known of a key, a migration or a check.
  static func render(_ explanation: Explanation, style: Console.Style) -> String {
    var lines = [style.bold(explanation.subject), "  \(explanation.summary)"]
    if let why = explanation.why { lines.append("  why: \(why)") }
    if let successor = explanation.successor { lines.append("  now: \(successor)") }
    for chapter in explanation.chapters {
      let end = chapter.last.map { $0 == chapter.first ? "" : " to \($0)" } ?? " on"
      lines.append("  \(chapter.first)\(end): \(chapter.types)")
      if !chapter.values.isEmpty {
        lines.append("    values: \(chapter.values.joined(separator: ", "))")
      }
      if !chapter.limits.isEmpty {
        lines.append("    must be \(chapter.limits.joined(separator: ", "))")
      }
      if let standard = chapter.standard { lines.append("    default: \(standard)") }
      if !chapter.notes.isEmpty { lines.append("    \(chapter.notes.joined(separator: "; "))") }
    }
    if !explanation.children.isEmpty {
      lines.append("  keys below it: \(explanation.children.joined(separator: ", "))")
    }
    for example in explanation.examples {
      let isChanged = example.before != example.after
      lines += ["", isChanged ? "  before" : "  stays as it is"] + indented(example.before)
      if isChanged { lines += ["  after"] + indented(example.after) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func indented(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
  }
}
