internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Takes the skill `nano-banana-pro` off the list of the bundled skills that may be used.
///
/// ## Why
/// The skill is not bundled any more since 2026.3.22: agents make images without it.
///
/// ## What it keeps
/// The list, an emptied one too: without a list every bundled skill may be used. OpenClaw removes
/// it then.
package struct NanoBananaAllowBundled: Migration {
  package let facts = MigrationFacts(
    "nano-banana-allow-bundled", life: Life(introduced: "2026.3.22"),
    summary: "Take nano-banana-pro off the list of bundled skills",
    why: "the skill nano-banana-pro is not bundled any more since 2026.3.22")

  package let examples = [
    MigrationExample(
      """
      {
        skills: {
          // few
          allowBundled: ["nano-banana-pro", "weather"],
        },
      }
      """,
      """
      {
        skills: {
          // few
          allowBundled: ["weather"],
        },
      }
      """),
    MigrationExample(
      "{ skills: { allowBundled: ['nano-banana-pro'] } }", "{ skills: { allowBundled: [] } }"),
    MigrationExample(unchanged: "{ skills: { allowBundled: ['weather'] } } // fine"),
  ]

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool { vocabulary.holds("allowBundled") }

  package func apply(to transform: inout Transform) {
    let list = Transform.path("skills.allowBundled")
    for index in (0..<transform.draft.count(at: list)).reversed() {
      let item = list.appending(index: index)
      guard transform.text(item) == "nano-banana-pro" else { continue }
      transform.remove(item, because: "\(ours: facts.why)")
    }
  }
}
