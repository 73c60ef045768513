internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Removes `cdpUrl` of browser profiles with the driver `extension`.
///
/// ## Why
/// About 2026.8.1 refuses an address there.
///
/// ## What it keeps
/// All other profiles and all comments; the report names the address by its path.
package struct BrowserExtensionCDPURL: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "browser-extension-cdp-url",
      life: Life(introduced: "2026.8.1", refused: "2026.8.1"),
      summary: "Remove cdpUrl of browser profiles with the extension",
      why: "profiles with the extension have no address since about 2026.8.1")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        { browser: { profiles: { x: { driver: "extension", cdpUrl: "http://127.0.0.1:1" } } } } // old
        """,
        """
        { browser: { profiles: { x: { driver: "extension" } } } } // old
        """),
      MigrationExample(
        unchanged: """
          { browser: { profiles: { x: { cdpUrl: "http://127.0.0.1:1" } } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("cdpUrl")
  }

  package func apply(to transform: inout Transform) {
    for profile in transform.matches("browser.profiles.*")
    where transform.text(profile.appending(key: "driver")) == "extension" {
      let source = profile.appending(key: "cdpUrl")
      if transform.text(source) != nil { transform.remove(source, because: "\(ours: facts.why)") }
    }
  }
}
