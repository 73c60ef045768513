internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Moves the settings of the plugin `codex-supervisor` into those of `codex`.
///
/// ## Why
/// Since about 2026.7.1 supervision is a setting of the plugin codex.
///
/// ## What it keeps
/// Whether it runs, its endpoints and its two switches; what codex has already stays. Supervision
/// that is denied stays off. Other settings stay where they are and are reported.
package struct CodexSupervisorPlugin: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "codex-supervisor-plugin",
      life: Life(introduced: "2026.7.1", refused: "2026.7.1"),
      summary: "Move the plugin codex-supervisor into codex",
      why: "codex supervises itself since about 2026.7.1")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        { plugins: { entries: { "codex-supervisor": { enabled: true } } } } // watched
        """,
        """
        { plugins: { entries: { "codex": { enabled: true, config: { supervision: { enabled: true } } } } } } // watched
        """),
      MigrationExample(
        """
        { plugins: { entries: { "codex-supervisor": { enabled: true }, codex: { enabled: false } }, deny: ["codex-supervisor"] } }
        """,
        """
        { plugins: { entries: { codex: { enabled: false, config: { supervision: { enabled: false } } } }, deny: [] } }
        """),
      MigrationExample(
        unchanged: """
          { plugins: { entries: { codex: { enabled: true } }, allow: ["codex"] } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("plugins")
  }

  package func apply(to transform: inout Transform) {
    let entries = Transform.path("plugins.entries")
    let old = entries.appending(key: "codex-supervisor")
    let codex = entries.appending(key: "codex")
    let supervision = codex.appending(key: "config").appending(key: "supervision")
    let denied = transform.matches("plugins.deny[]").filter {
      transform.text($0) == "codex-supervisor"
    }
    if transform.has(old), transform.expect(old, .object) {
      let switchPath = old.appending(key: "enabled")
      let isOn = transform.draft.boolean(at: switchPath) == true && denied.isEmpty
      if transform.has(switchPath) {
        transform.convert(switchPath, to: supervision.appending(key: "enabled"), .boolean(isOn))
      }
      let config = old.appending(key: "config")
      for key in ["endpoints", "allowRawTranscripts", "allowWriteControls"] {
        transform.move(config.appending(key: key), to: supervision.appending(key: key))
      }
      if isOn {
        transform.add(
          codex.appending(key: "enabled"), .boolean(true), placement: .first,
          because: "a plugin does now what another one did")
      }
      transform.prune(config)
      if !transform.prune(old) { reportRest(of: old, in: &transform) }
    }
    for item in denied.reversed() { transform.remove(item, because: "\(ours: facts.why)") }
    let allowed = transform.matches("plugins.allow[]")
    let twin = allowed.first { transform.text($0) == "codex" }
    for item in allowed.reversed() where transform.text(item) == "codex-supervisor" {
      if twin != nil {
        transform.remove(item, because: "codex is allowed")
      } else {
        transform.convert(item, to: item, .string("codex"), shownAs: "\"codex\"")
      }
    }
  }

  private func reportRest(of old: ConfigPath, in transform: inout Transform) {
    transform.note(
      at: old, "\(old) has settings that codex does not know", why: "\(ours: facts.why)",
      fix: .manual("remove \(old) when they are not needed"))
  }
}
