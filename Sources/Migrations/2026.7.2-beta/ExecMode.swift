internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Turns `security` and `ask` of exec into `mode`.
///
/// ## Why
/// Since 2026.5.28 one mode can say what exec may do, and 2026.7.2 wants it.
///
/// ## What it keeps
/// What is allowed: only pairs that a mode means exactly are turned into one. All others stay, and
/// they are valid. Where a mode is set beside them the reader decides; OpenClaw drops the pair,
/// also where it is stricter.
package struct ExecMode: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "exec-mode",
      life: Life(introduced: "2026.5.28", from: "2026.7.2-beta"),
      summary: "Turn security and ask of exec into a mode",
      why: "one mode says what exec may do since 2026.5.28")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        { tools: { exec: { security: "full", ask: "off" } } } // mine
        """,
        """
        { tools: { exec: { mode: "full" } } } // mine
        """),
      MigrationExample(
        """
        { agents: { list: [{ id: "a", tools: { exec: { security: "allowlist", ask: "on-miss" } } }] } }
        """,
        """
        { agents: { list: [{ id: "a", tools: { exec: { mode: "ask" } } }] } }
        """),
      MigrationExample(
        unchanged: """
          { tools: { exec: { security: "full", ask: "always" } } }
          """),
      MigrationExample(
        unchanged: """
          { tools: { exec: { security: "deny", mode: "full" } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("security") || vocabulary.holds("ask")
  }

  package func apply(to transform: inout Transform) {
    for scope in transform.matches(
      "{tools,agents.defaults.tools,agents.list[].tools,agents.entries.*.tools}.exec")
    {
      let security = scope.appending(key: "security")
      let ask = scope.appending(key: "ask")
      let mode = scope.appending(key: "mode")
      if transform.has(mode) {
        for old in [security, ask] where transform.has(old) {
          transform.note(
            .error, at: old, "\(old) and \(mode) are both set",
            why: "\(ours: facts.why), and it is refused beside the older settings",
            fix: .manual("keep the stricter one: remove \(old) or \(mode)"))
        }
        continue
      }
      let word: String? =
        switch (transform.text(security), transform.text(ask)) {
        case ("deny", "off"), ("deny", "on-miss"): "deny"
        case ("allowlist", "off"): "allowlist"
        case ("allowlist", "on-miss"): "ask"
        case ("full", "off"): "full"
        default: nil
        }
      guard let word else { continue }
      transform.together { transform in
        transform.convert(security, to: mode, .string(word), shownAs: "\"\(word)\"")
          && transform.remove(ask, because: "the mode says it")
      }
    }
  }
}
