internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Unites `allow` and `alsoAllow` where both stand in one list of tools.
///
/// ## Why
/// Since 2026.1.29 a scope has one of the two.
///
/// ## What it keeps
/// All names. It waits to be asked: more tools may run than did.
package struct ToolsAllowAlsoAllow: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "tools-allow-also-allow",
      life: Life(introduced: "2026.1.29", refused: "2026.1.29"),
      summary: "Unite allow and alsoAllow of tools",
      why: "allow and alsoAllow are refused beside one another since 2026.1.29",
      safety: .unsafe("more tools may run than did"))
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        { tools: { allow: ["a"], alsoAllow: ["b", "a"] } } // both
        """,
        """
        { tools: { allow: ["a", "b"] } } // both
        """),
      MigrationExample(
        unchanged: """
          { tools: { alsoAllow: ["b"] } }
          """),
      MigrationExample(
        unchanged: """
          { tools: { allow: ["a"], alsoAllow: [] } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("alsoAllow")
  }

  package func apply(to transform: inout Transform) {
    let scopes = "{tools,agents.list[].tools,agents.entries.*.tools}"
    for scope in transform.matches("\(scopes){,.byProvider.*}") {
      let allow = scope.appending(key: "allow")
      let more = scope.appending(key: "alsoAllow")
      guard transform.draft.count(at: allow) > 0, transform.draft.count(at: more) > 0 else {
        continue
      }
      transform.unite(more, into: allow)
    }
  }
}
