internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Renames logins of `openai-codex` to `openai`, and their places in the order.
///
/// ## Why
/// Since about 2026.6.1 logins of both providers stand under one name.
///
/// ## What it keeps
/// The logins and their order; one that has the new name already stays. It waits to be asked: which
/// login is used says who pays.
package struct AuthProfileOpenAICodex: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "auth-profile-openai-codex",
      life: Life(introduced: "2026.6.1"),
      summary: "Rename logins of openai-codex to openai",
      why: "logins of openai-codex belong to openai since about 2026.6.1",
      safety: .unsafe("which login is used says who pays"))
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        {
          auth: {
            profiles: { "openai-codex:default": { provider: "openai-codex", mode: "oauth" } },
            order: { "openai-codex": ["openai-codex:default"] }, // the only one
          },
        }
        """,
        """
        {
          auth: {
            profiles: { "openai:default": { provider: "openai", mode: "oauth" } },
            order: { "openai": ["openai:default"] }, // the only one
          },
        }
        """),
      MigrationExample(
        unchanged: """
          { auth: { order: { openai: ["openai:default"] } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("auth")
  }

  package func apply(to transform: inout Transform) {
    let profiles = Transform.path("auth.profiles")
    for key in transform.draft.keys(at: profiles) where key.hasPrefix("openai-codex:") {
      let target = profiles.appending(key: "openai" + key.dropFirst("openai-codex".count))
      guard transform.move(profiles.appending(key: key), to: target, conflict: .keepBoth) else {
        continue
      }
      let provider = target.appending(key: "provider")
      if transform.text(provider) == "openai-codex" {
        transform.convert(provider, to: provider, .string("openai"), shownAs: "\"openai\"")
      }
    }
    for item in transform.matches("auth.order.*[]") {
      guard let id = transform.text(item), id.hasPrefix("openai-codex:") else { continue }
      transform.convert(
        item, to: item, .string("openai" + id.dropFirst("openai-codex".count)))
    }
    transform.move(
      Transform.path("auth.order.openai-codex"), to: Transform.path("auth.order.openai"),
      conflict: .keepBoth)
  }
}
