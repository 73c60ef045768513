internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Reports names in the allow lists of Telegram.
///
/// ## Why
/// Since 2026.2.14 the lists hold numeric ids.
///
/// ## What it keeps
/// The lists. Which id a name has only Telegram knows, and OpenClaw asks there.
package struct TelegramUsernames: Migration {
  package let facts = MigrationFacts(
    "telegram-allow-from-usernames", life: Life(introduced: "2026.2.14"),
    summary: "Report names in the allow lists of Telegram",
    why: "the allow lists of Telegram hold numeric ids since 2026.2.14")

  package let examples = [
    MigrationExample(
      unchanged: """
        {
          // who is that?
          channels: { telegram: { allowFrom: ["@ann", 12345678, "tg:12345678", "*"] } },
        }
        """)
  ]

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("telegram")
      && (vocabulary.holds("allowFrom") || vocabulary.holds("groupAllowFrom"))
  }

  package func apply(to transform: inout Transform) {
    let lists = transform.matches(
      "channels.telegram{,.accounts.*}."
        + "{allowFrom,groupAllowFrom,groups.*.allowFrom,groups.*.topics.*.allowFrom}")
    for list in lists {
      let items = (0..<transform.draft.count(at: list)).map { list.appending(index: $0) }
      let named = items.first { item in transform.text(item).map(isName) ?? false }
      guard let named else { continue }
      transform.note(
        .warning, at: named, "\(named) is no numeric id", why: "\(ours: facts.why)",
        fix: .manual("write the numeric id of the account in its place"))
    }
  }

  private func isName(_ text: String) -> Bool {
    var id = text[...]
    for prefix in ["telegram:", "tg:"] where id.lowercased().hasPrefix(prefix) {
      id = id.dropFirst(prefix.count)
    }
    guard id != "*", !id.contains("${") else { return false }
    let digits = id.hasPrefix("-") ? id.dropFirst() : id
    return digits.isEmpty || !digits.allSatisfy { $0.isASCII && $0.isNumber }
  }
}
