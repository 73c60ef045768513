package import ConfigSchema

/// Knows what people leave where a credential belongs: examples, templates, labels, first guesses.
///
/// Whole values are looked up in `Tables/placeholders.tsv`; the rest is told by its shape
/// (`PlaceholderShape`). A reference that OpenClaw replaces, `${NAME}`, is none.
package enum PlaceholderCatalogue {
  /// Recognises a value that is no credential, or none any more.
  ///
  /// - Parameters:
  ///   - value: as the gateway would get it; the white space around it does not count, as for
  ///     OpenClaw's own refusal.
  ///   - field: what the credential is for.
  ///   - release: the release that would read it; some values are refused from 2026.4.12 on.
  /// - Returns: nil for what may be a credential, for an empty value, and for what OpenClaw stores
  ///   instead of a key of a provider.
  package static func match(_ value: String, as field: CredentialField, release: Release)
    -> Placeholder?
  {
    let text = CredentialText(value)
    guard !text.bytes.isEmpty, !text.isReference else { return nil }
    let rows = PlaceholderRows.known
    if rows.isMarker(text, field) { return nil }
    if let row = rows.row(for: text, field) { return placeholder(row, release) }
    return PlaceholderShape.match(text)
      ?? rows.ending(of: text, field).map { placeholder($0, release) }
  }

  private static func placeholder(_ row: PlaceholderRow, _ release: Release) -> Placeholder {
    switch row.kind {
    case .refused:
      if let since = row.since, release >= since {
        return Placeholder(
          .refusedExample, "an example value that the gateway refuses", refusedSince: since)
      }
      return Placeholder(
        .publishedExample, "an example value that OpenClaw has published", refusedSince: row.since)
    case .example, .marker:
      return Placeholder(.publishedExample, "an example value from OpenClaw's documentation")
    case .word: return Placeholder(.pattern, "a word that is among the first to be guessed")
    case .madeUp: return Placeholder(.pattern, "a value that was made up for documentation")
    case .mask: return Placeholder(.redactionMark, "the label of a hidden value")
    }
  }
}
