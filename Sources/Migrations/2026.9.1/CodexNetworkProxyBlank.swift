internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Removes blank names from the settings of the Codex app server.
///
/// ## Why
/// About 2026.9 refuses a blank `profileName` and `remoteWorkspaceRoot` beside a network proxy that
/// is on.
///
/// ## What it keeps
/// Names, and blank ones where the proxy is off.
package struct CodexNetworkProxyBlank: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "codex-network-proxy-blank",
      life: Life(introduced: "2026.9.1", refused: "2026.9.1"),
      summary: "Remove blank names from the network proxy of Codex",
      why: "blank names are refused since about 2026.9")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        { plugins: { entries: { codex: { config: { appServer: { networkProxy: { enabled: true, profileName: " " } } } } } } } // none
        """,
        """
        { plugins: { entries: { codex: { config: { appServer: { networkProxy: { enabled: true } } } } } } } // none
        """),
      MigrationExample(
        unchanged: """
          { plugins: { entries: { codex: { config: { appServer: { networkProxy: { enabled: false, profileName: "" } } } } } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("networkProxy")
  }

  package func apply(to transform: inout Transform) {
    let server = Transform.path("plugins.entries.codex.config.appServer")
    let proxy = server.appending(key: "networkProxy")
    guard transform.draft.boolean(at: proxy.appending(key: "enabled")) == true else { return }
    for source in [
      proxy.appending(key: "profileName"), server.appending(key: "remoteWorkspaceRoot"),
    ] where transform.kind(source) == .string && transform.text(source) == nil {
      transform.remove(source, because: "it is blank")
    }
  }
}
