package import ConfigDocument
package import ConfigSchema
package import Diagnostics

/// A default that OpenClaw changed, so that a config without the key behaves differently after an
/// upgrade (table `defaults.tsv`).
package struct DefaultChange: Sendable, Hashable {
  /// What the new default means for what is allowed.
  package enum Nature: String, Sendable, Hashable {
    /// Neither more nor less is allowed.
    case equal = ""
    /// Less is allowed: keeping the old default needs consent.
    case safer
    /// More is allowed: nobody has asked for it.
    case looser
  }

  /// Stable identifier, kebab-case.
  package let id: String
  /// The first release with the new default.
  package let release: Release
  /// The first release that knows the key no more or changed it again; nil while it does.
  package let until: Release?
  /// The first release with the old default; nil where all before the change had it.
  package let since: Release?
  /// Where the value would stand.
  package let key: ConfigPath
  /// The section without which nobody is affected; nil where everybody is.
  package let section: ConfigPath?
  /// What happened before: a clause.
  package let old: String
  /// What happens now: a clause.
  package let new: String
  /// The value that keeps the old behaviour; nil where none does.
  package let keep: NewValue?
  /// What the new default means for what is allowed.
  package let nature: Nature

  /// The changes between two releases that a config is affected by.
  ///
  /// - Parameters:
  ///   - from: the release that the config ran on.
  ///   - to: the release that it is for.
  ///   - document: the config in the shape of the latter.
  /// - Returns: those whose key does not stand in the config, in the order of the table.
  package static func affecting(
    from: Release, to: Release, in document: ConfigDocument
  ) -> [DefaultChange] {
    guard from < to else { return [] }
    return rows.lazy.filter { row in
      // The release stands in front of all that is costly to read.
      let cells = row.split(
        separator: UInt8(ascii: "\t"), maxSplits: 2, omittingEmptySubsequences: false)
      return cells.count > 1
        && Release(Substring(cells[1])).map { $0 > from && $0 <= to } ?? false
    }.compactMap(DefaultChange.init).filter { change in
      change.until.map { to < $0 } ?? true && change.since.map { from >= $0 } ?? true
        && document.node(at: change.key) == nil
        && change.section.map { document.node(at: $0) != nil } ?? true
    }
  }

  /// The repair that keeps the old behaviour; nil where no value does.
  package var pin: ValueRepair? {
    keep.map { value in
      ValueRepair(
        id: id, path: key, value: value,
        message: "set \(key), so that things stay as they were: \(ours: old)")
    }
  }
}

extension DefaultChange {
  /// All rows of the table.
  package static var catalogue: [DefaultChange] { rows.compactMap(DefaultChange.init) }

  /// The rows as bytes: they are looked at in every run, and most are for other releases.
  private static var rows: ArraySlice<Substring.UTF8View> {
    DefaultsTable.text.utf8.split(separator: UInt8(ascii: "\n")).dropFirst()
  }

  private init?(_ row: Substring.UTF8View) {
    let cells = row.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    guard cells.count == 10, let release = Release(cells[1]),
      let nature = Nature(rawValue: cells[9])
    else { return nil }
    id = cells[0]
    self.release = release
    until = Release(cells[2])
    since = Release(cells[3])
    key = Transform.path(cells[4])
    section = cells[5].isEmpty ? nil : Transform.path(cells[5])
    (old, new) = (cells[6], cells[7])
    self.nature = nature
    switch cells[8] {
    case "": keep = nil
    case "true": keep = .boolean(true)
    case "false": keep = .boolean(false)
    case let text: keep = .string(String(text.dropFirst().dropLast()))
    }
  }
}
