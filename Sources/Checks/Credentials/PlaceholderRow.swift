import ConfigSchema

/// A row of `Tables/placeholders.tsv`.
struct PlaceholderRow: Sendable {
  /// What the value is.
  enum Kind: String, Sendable {
    case refused, example, word, mask, marker
    case madeUp = "made-up"
  }

  /// How a value is compared with the row.
  enum Match: String, Sendable {
    case exact, prefix, suffix
    case anyCase = "any-case"
  }

  let kind: Kind
  /// One bit for each field that it is for, by the order of the cases: the table is read at a start.
  private let fields: UInt16
  let match: Match
  let value: [UInt8]
  /// The first release that refuses it.
  let since: Release?

  /// Reads the cells of a line of the table; nil when it is none.
  init?(_ cells: [ArraySlice<UInt8>]) {
    let text = cells.map { String(decoding: $0, as: UTF8.self) }
    guard cells.count == 6, let kind = Kind(rawValue: text[0]),
      let match = Match(rawValue: text[2]), !cells[3].isEmpty
    else { return nil }
    var fields: UInt16 = 0
    for word in cells[1].split(separator: UInt8(ascii: " ")) {
      if word.elementsEqual("any".utf8) {
        fields = .max
        continue
      }
      let name = String(decoding: word, as: UTF8.self)
      if let field = CredentialField(rawValue: name) {
        fields |= Self.bit(field)
      } else if let field = CredentialField(rawValue: String(name.dropFirst())) {
        fields &= ~Self.bit(field)
      } else {
        return nil
      }
    }
    self.kind = kind
    self.fields = fields
    self.match = match
    value = Array(cells[3])
    since = Release(text[4])
  }

  /// Whether the row is for values of this kind.
  func isFor(_ field: CredentialField) -> Bool { fields & Self.bit(field) != 0 }

  private static func bit(_ field: CredentialField) -> UInt16 {
    1 << UInt16(CredentialField.allCases.firstIndex(of: field) ?? 0)
  }
}
