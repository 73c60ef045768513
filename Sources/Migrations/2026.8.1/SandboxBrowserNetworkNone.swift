internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Switches browsers of sandboxes with the network `none` off.
///
/// ## Why
/// About 2026.8.1 refuses `none`: a browser that reaches nothing is not started.
///
/// ## What it keeps
/// That it reaches nothing, for agents that take the setting from all too. An agent with a network
/// of its own goes on.
package struct SandboxBrowserNetworkNone: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "sandbox-browser-network-none",
      life: Life(introduced: "2026.8.1", refused: "2026.8.1"),
      summary: "Switch browsers of sandboxes without a network off",
      why: "a browser without a network is switched off since about 2026.8.1")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        { agents: { defaults: { sandbox: { browser: { network: "none", enabled: true } } } } } // shut
        """,
        """
        { agents: { defaults: { sandbox: { browser: { network: "openclaw-sandbox-browser", enabled: false } } } } } // shut
        """),
      MigrationExample(
        """
        { agents: { defaults: { sandbox: { browser: { network: "none", enabled: true } } }, list: [{ sandbox: { browser: { enabled: true } } }, { sandbox: { browser: { network: "n" } } }] } }
        """,
        """
        { agents: { defaults: { sandbox: { browser: { network: "openclaw-sandbox-browser", enabled: false } } }, list: [{ sandbox: { browser: { enabled: false } } }, { sandbox: { browser: { network: "n", enabled: true } } }] } }
        """),
      MigrationExample(
        unchanged: """
          { agents: { defaults: { sandbox: { browser: { network: "bridge" } } } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("network")
  }

  package func apply(to transform: inout Transform) {
    let shared = Transform.path("agents.defaults.sandbox.browser")
    let isShared = transform.text(shared.appending(key: "network")) == "none"
    let wasOn = transform.draft.boolean(at: shared.appending(key: "enabled")) == true
    for scope in transform.matches("agents{.list[],.entries.*}.sandbox.browser") {
      let enabled = scope.appending(key: "enabled")
      let network = scope.appending(key: "network")
      if transform.text(network) == "none" {
        close(scope, in: &transform)
      } else if isShared, !transform.has(network), transform.draft.boolean(at: enabled) == true {
        transform.convert(enabled, to: enabled, .boolean(false), shownAs: "false")
      } else if isShared, wasOn, transform.has(network) {
        transform.add(enabled, .boolean(true), because: "the browser of this agent has a network")
      }
    }
    if isShared { close(shared, in: &transform) }
  }

  private func close(_ scope: ConfigPath, in transform: inout Transform) {
    let network = scope.appending(key: "network")
    let enabled = scope.appending(key: "enabled")
    transform.convert(
      network, to: network, .string("openclaw-sandbox-browser"),
      shownAs: "\"openclaw-sandbox-browser\"")
    if transform.has(enabled) {
      transform.convert(enabled, to: enabled, .boolean(false), shownAs: "false")
    } else {
      transform.add(enabled, .boolean(false), because: "\(ours: facts.why)")
    }
  }
}
