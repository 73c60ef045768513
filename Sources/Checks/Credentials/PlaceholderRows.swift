internal import ConfigDocument

/// The rows of the table, ready to be looked up.
struct PlaceholderRows: Sendable {
  /// `Tables/placeholders.tsv`, gone through when the first credential is looked at.
  static let known = PlaceholderRows(PlaceholdersTable.text)

  private let lines: TableLines
  /// A hash of the value in small letters for each line: of the rows that are for whole values, only
  /// those that may be the one looked for are read.
  private let hashes: [UInt64]
  private let prefixes: [PlaceholderRow]
  private let suffixes: [PlaceholderRow]

  init(_ table: String) {
    lines = TableLines(table)
    let cells = lines.rows.map(\.cells)
    hashes = cells.map { $0.count > 3 ? Self.hash($0[3].lazy.map(CredentialText.lowered)) : 0 }
    func rows(_ match: PlaceholderRow.Match) -> [PlaceholderRow] {
      cells.filter { $0.count > 3 && $0[2].elementsEqual(match.rawValue.utf8) }.compactMap {
        PlaceholderRow($0)
      }
    }
    prefixes = rows(.prefix)
    suffixes = rows(.suffix)
  }

  /// All rows.
  var rows: [PlaceholderRow] { lines.rows.compactMap { PlaceholderRow($0.cells) } }

  /// Whether OpenClaw stores this instead of a credential.
  func isMarker(_ text: CredentialText, _ field: CredentialField) -> Bool {
    prefixes.contains {
      $0.kind == .marker && $0.isFor(field) && text.bytes.starts(with: $0.value)
    } || matches(text, field).contains { $0.kind == .marker }
  }

  /// The first row that has the whole value.
  func row(for text: CredentialText, _ field: CredentialField) -> PlaceholderRow? {
    matches(text, field).first { $0.kind != .marker }
  }

  /// The first row that has the end of the value.
  func ending(of text: CredentialText, _ field: CredentialField) -> PlaceholderRow? {
    suffixes.first {
      $0.isFor(field) && text.bytes.reversed().starts(with: $0.value.reversed())
    }
  }

  private func matches(_ text: CredentialText, _ field: CredentialField) -> [PlaceholderRow] {
    let hash = Self.hash(text.small)
    return hashes.indices.filter { hashes[$0] == hash }.compactMap {
      PlaceholderRow(lines.bytes[lines.ranges[$0 + 1]].cells)
    }.filter { row in
      switch row.match {
      case .exact: row.isFor(field) && row.value == text.bytes
      case .anyCase: row.isFor(field) && row.value.map(CredentialText.lowered) == text.small
      case .prefix, .suffix: false
      }
    }
  }

  /// FNV-1a.
  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
