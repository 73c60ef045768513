internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Removes `discovery.wideArea.enabled`, and the domain where it was off.
///
/// ## Why
/// Since 2026.7.2 the domain alone switches it on.
///
/// ## What it keeps
/// What happened before: where it was off the domain goes too, because it would switch it on. The
/// report names both.
package struct WideAreaEnabled: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "wide-area-enabled",
      life: Life(introduced: "2026.7.2-beta", refused: "2026.7.2-beta"),
      summary: "Replace discovery.wideArea.enabled by the domain",
      why: "discovery in a domain is on where a domain is set since 2026.7.2")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        { discovery: { wideArea: { enabled: true, domain: "example.org" } } } // home
        """,
        """
        { discovery: { wideArea: { domain: "example.org" } } } // home
        """),
      MigrationExample(
        """
        { discovery: { wideArea: { enabled: false, domain: "example.org" } } }
        """,
        """
        { discovery: { wideArea: {} } }
        """),
      MigrationExample(
        unchanged: """
          { discovery: { wideArea: { domain: "example.org" } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("wideArea")
  }

  package func apply(to transform: inout Transform) {
    let section = Transform.path("discovery.wideArea")
    let domain = section.appending(key: "domain")
    let source = section.appending(key: "enabled")
    if transform.draft.boolean(at: source) == false, transform.text(domain) != nil {
      let isGone = transform.remove(
        domain, because: "discovery is off, and a domain switches it on since 2026.7.2")
      guard isGone else { return }
    }
    transform.remove(source, because: "\(ours: facts.why)")
  }
}
