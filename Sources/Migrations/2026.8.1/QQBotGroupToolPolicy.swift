internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Turns `toolPolicy` of QQ groups into `tools`.
///
/// ## Why
/// About 2026.8.1 has lists of tools for groups. The old word was never heeded; the lists are.
///
/// ## What it keeps
/// Lists that are set, and words that are not known, which are reported. It waits to be asked: what
/// the word says comes into force.
package struct QQBotGroupToolPolicy: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "qqbot-group-tool-policy",
      life: Life(introduced: "2026.8.1", refused: "2026.8.1"),
      summary: "Turn toolPolicy of QQ groups into tools",
      why: "which tools a group may use is an object since about 2026.8.1",
      safety: .unsafe("a rule for tools that was not heeded comes into force"))
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        { channels: { qqbot: { groups: { g: { toolPolicy: "restricted" } } } } } // careful
        """,
        """
        { channels: { qqbot: { groups: { g: { tools: { deny: ["exec", "read", "write"] } } } } } } // careful
        """),
      MigrationExample(
        """
        { channels: { qqbot: { groups: { g: { toolPolicy: "none", tools: {} } } } } }
        """,
        """
        { channels: { qqbot: { groups: { g: { tools: {} } } } } }
        """),
      MigrationExample(
        unchanged: """
          { channels: { qqbot: { groups: { g: { toolPolicy: "some" } } } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("toolPolicy")
  }

  package func apply(to transform: inout Transform) {
    for source in transform.matches("channels.qqbot{,.accounts.*}.groups.*.toolPolicy") {
      guard let group = source.parent else { continue }
      let tools: NewValue
      switch transform.text(source) {
      case "none": tools = .object([.init("deny", .array([.string("*")]))])
      case "full": tools = .object([.init("allow", .array([]))])
      case "restricted":
        tools = .object([.init("deny", .array(["exec", "read", "write"].map { .string($0) }))])
      default:
        transform.noteWord(at: source, allowed: "none, full, restricted")
        continue
      }
      transform.convert(source, to: group.appending(key: "tools"), tools)
    }
  }
}
