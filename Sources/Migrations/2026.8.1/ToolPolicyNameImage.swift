internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Renames the tool `image` to `view_image` in lists of tools.
///
/// ## Why
/// About 2026.8.1 gave the tool another name, and the old one is refused.
///
/// ## What it keeps
/// What is allowed and what is denied, in order. A pattern that covered the old name may not cover
/// the new one; it stays, and where it stands in a list of what is denied the report says so.
package struct ToolPolicyNameImage: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "tool-policy-name-image",
      life: Life(introduced: "2026.8.1", refused: "2026.8.1"),
      summary: "Rename the tool image to view_image in lists of tools",
      why: "the tool image is called view_image since about 2026.8.1")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        {
          tools: {
            deny: ["exec", "image"], // no pictures
          },
        }
        """,
        """
        {
          tools: {
            deny: ["exec", "view_image"], // no pictures
          },
        }
        """),
      MigrationExample(
        """
        { agents: { list: [{ id: "a", tools: { alsoAllow: ["view_image", "image"] } }] } }
        """,
        """
        { agents: { list: [{ id: "a", tools: { alsoAllow: ["view_image"] } }] } }
        """),
      MigrationExample(
        unchanged: """
          { tools: { allow: ["read"] }, plugins: { allow: ["image"] } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("allow") || vocabulary.holds("deny") || vocabulary.holds("alsoAllow")
  }

  package func apply(to transform: inout Transform) {
    guard transform.mentions("image") || transform.mentions("im*") else { return }
    for root in ["tools", "agents", "channels", "gateway"] {
      visit(Transform.path(root), in: &transform)
    }
  }

  private func visit(_ path: ConfigPath, in transform: inout Transform) {
    if transform.kind(path) == .array {
      for index in 0..<transform.draft.count(at: path) {
        visit(path.appending(index: index), in: &transform)
      }
      if ["allow", "deny", "alsoAllow"].contains(path.lastKey) { rename(in: path, &transform) }
      return
    }
    for key in transform.draft.keys(at: path) { visit(path.appending(key: key), in: &transform) }
  }

  private func rename(in list: ConfigPath, _ transform: inout Transform) {
    let items = (0..<transform.draft.count(at: list)).map { list.appending(index: $0) }
    let twin = items.first { transform.text($0) == "view_image" }
    for item in items.reversed() {
      let word = transform.text(item)
      if word == "image" {
        if twin != nil {
          transform.remove(item, because: "the new name is listed")
        } else {
          transform.convert(item, to: item, .string("view_image"), shownAs: "\"view_image\"")
        }
      } else if list.lastKey == "deny", word?.hasPrefix("im") == true, word?.hasSuffix("*") == true
      {
        transform.note(
          .warning, at: item, "\(item) may have denied the tool image and does not deny view_image",
          why: "\(ours: facts.why)", fix: .manual("add view_image to \(list)"))
      }
    }
  }
}
