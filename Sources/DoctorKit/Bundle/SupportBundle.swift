/// What a person pastes into an issue: one Markdown text in sections, without a secret.
struct SupportBundle {
  /// A part under a heading.
  struct Section {
    let title: String
    let lines: [String]
    /// The language of its lines, where they are no Markdown: `json5`, `diff`.
    var language: String?
  }

  private(set) var sections: [Section] = []

  /// Adds a section; one without lines is left out.
  mutating func add(_ title: String, _ lines: [String], language: String? = nil) {
    guard !lines.isEmpty else { return }
    sections.append(Section(title: title, lines: lines, language: language))
  }

  /// The whole text.
  func text() -> String {
    var lines = ["# clawdoctor support bundle", ""]
    for section in sections {
      lines += ["## \(section.title)", ""]
      if let language = section.language {
        // Longer than any fence inside of it.
        let fence = String(repeating: "`", count: max(3, Self.longestFence(section.lines) + 1))
        lines += [fence + language] + section.lines + [fence, ""]
      } else {
        lines += section.lines + [""]
      }
    }
    return lines.dropLast().joined(separator: "\n") + "\n"
  }

  private static func longestFence(_ lines: [String]) -> Int {
    lines.map { line in
      line.split { $0 != "`" }.map(\.count).max() ?? 0
    }.max() ?? 0
  }
}
