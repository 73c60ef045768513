/// The rows of the table, ready to be looked up.
struct PlaceholderRows: Sendable {
  /// `Tables/placeholders.tsv`, read when the first credential is looked at.
  static let known = PlaceholderRows(PlaceholdersTable.text)

  let rows: [PlaceholderRow]
  /// The rows for whole values, by their small letters.
  private var wholes: [[UInt8]: [Int]] = [:]
  private var prefixes: [Int] = []
  private var suffixes: [Int] = []

  init(_ table: String) {
    rows = table.utf8.split(separator: UInt8(ascii: "\n")).dropFirst().compactMap {
      PlaceholderRow($0)
    }
    for (number, row) in rows.enumerated() {
      switch row.match {
      case .exact, .anyCase:
        wholes[row.value.map(CredentialText.lowered), default: []].append(number)
      case .prefix: prefixes.append(number)
      case .suffix: suffixes.append(number)
      }
    }
  }

  /// Whether OpenClaw stores this instead of a credential.
  func isMarker(_ text: CredentialText, _ field: CredentialField) -> Bool {
    prefixes.contains {
      rows[$0].kind == .marker && rows[$0].isFor(field)
        && text.bytes.starts(with: rows[$0].value)
    } || matches(text, field).contains { $0.kind == .marker }
  }

  /// The first row that has the whole value.
  func row(for text: CredentialText, _ field: CredentialField) -> PlaceholderRow? {
    matches(text, field).first { $0.kind != .marker }
  }

  /// The first row that has the end of the value.
  func ending(of text: CredentialText, _ field: CredentialField) -> PlaceholderRow? {
    suffixes.lazy.map { rows[$0] }.first {
      $0.isFor(field) && text.bytes.reversed().starts(with: $0.value.reversed())
    }
  }

  private func matches(_ text: CredentialText, _ field: CredentialField) -> [PlaceholderRow] {
    (wholes[text.small] ?? []).map { rows[$0] }.filter {
      $0.isFor(field) && ($0.match == .anyCase || $0.value == text.bytes)
    }
  }
}
