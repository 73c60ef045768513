internal import ConfigDocument
internal import ConfigSchema

/// Sets the mode of the auth profile `anthropic:claude-cli` from `token` to `oauth`.
///
/// ## Why
/// The profile of Claude CLI holds an OAuth login since 2026.1.14-1; `token` is still accepted.
///
/// ## What it keeps
/// Everything but the one word, and only when asked for: the mode decides how requests are signed
/// and who pays for them, and a repair never changes that unasked (law 9 of the failure modes).
/// OpenClaw did it unasked until 2026.3.24.
package struct ClaudeCLIProfileMode: Migration {
  package let facts = MigrationFacts(
    "auth-claude-cli-mode", life: Life(introduced: "2026.1.14-1"),
    summary: "Set the mode of the profile anthropic:claude-cli to oauth",
    why: "the profile of Claude CLI holds an OAuth login since 2026.1.14-1",
    safety: .unsafe("requests are signed with the login of Claude CLI afterwards"))

  package let examples = [
    MigrationExample(
      """
      {
        auth: {
          profiles: {
            // from the CLI
            'anthropic:claude-cli': { provider: 'anthropic', mode: 'token' },
          },
        },
      }
      """,
      """
      {
        auth: {
          profiles: {
            // from the CLI
            'anthropic:claude-cli': { provider: 'anthropic', mode: 'oauth' },
          },
        },
      }
      """),
    MigrationExample(
      unchanged: "{ auth: { profiles: { 'anthropic:default': { mode: 'token' } } } }"),
  ]

  package init() {}

  package func apply(to transform: inout Transform) {
    let mode = Transform.path(#"auth.profiles["anthropic:claude-cli"].mode"#)
    guard transform.draft.string(at: mode) == "token" else { return }
    transform.convert(mode, to: mode, .string("oauth"))
  }
}
