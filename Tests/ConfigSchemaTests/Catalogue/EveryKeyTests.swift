import ConfigDocument
import Testing

@testable import ConfigSchema

/// Every row of the table is held by the validator, at both ends of its life and just beyond them.
@Suite struct EveryKeyTests {
  /// Rows that are tried one after the other, so that several shares run at once.
  static let shares = Array(0..<16)

  @Test("A key is accepted in the releases of its row, and nowhere else", arguments: shares)
  func lives(_ share: Int) throws {
    let model = try KeyModel.shared.get()
    let sets = KeyModel.sets
    for (index, row) in model.rows.enumerated() where index % Self.shares.count == share {
      // Below a union only its alternatives count.
      guard !row.flags.contains("rejected"), !isBesideAlternatives(row, model) else { continue }
      let maker = ConfigMaker(root: model.root, release: row.since)
      let text = maker.config(using: row.segments)
      let document = try ConfigDocument(parsing: Array(text.utf8))
      for release in Set([row.since, row.until ?? ReleaseCatalogue.newestKnown]) {
        let text = ConfigMaker(root: model.root, release: release).config(using: row.segments)
        let document = try ConfigDocument(parsing: Array(text.utf8))
        let found = try validator(release).breaches(in: Survey(document))
        #expect(found.isEmpty, "\(row.path) at \(release): \(text): \(found.map(\.kind))")
      }
      guard let place = sets.firstIndex(where: { $0.first == row.since }) else { continue }
      let last = sets.lastIndex { row.until == nil || $0.last <= row.until ?? $0.last } ?? place
      for neighbour in [place - 1, last + 1] where sets.indices.contains(neighbour) {
        let release = sets[neighbour].last
        guard refuses(row.segments, at: release, model) else { continue }
        let found = try validator(release).breaches(in: Survey(document))
        #expect(!found.isEmpty, "\(row.path) at \(release): \(text) is accepted")
      }
    }
  }

  private static let validators = Dictionary(
    KeySet.all.map { ($0.release, Validator(keys: $0)) }
      + KeySet.all.map {
        ($0.firstRelease, Validator(keys: $0))
      }, uniquingKeysWith: { first, _ in first })

  private func validator(_ release: Release) throws -> Validator {
    try #require(Self.validators[release], "\(release) has no set of keys")
  }

  private func isBesideAlternatives(_ row: KeyModel.Row, _ model: KeyModel) -> Bool {
    var node = model.root
    for segment in row.segments {
      let isUnion = node.row(at: row.since)?.flags.contains("union") == true
      if isUnion, !segment.hasPrefix("<") { return true }
      node = node.children[segment] ?? KeyModel.Node()
    }
    return false
  }

  /// Whether a release must say something about a key: it ends where the table has no row, and no
  /// wildcard or free place takes it.
  private func refuses(_ path: [String], at release: Release, _ model: KeyModel) -> Bool {
    var node = model.root
    var row = node.row(at: release)
    for segment in path {
      guard !segment.hasPrefix("<"), !segment.hasPrefix("#") else { return false }
      guard let current = row, current.types.isDisjoint(with: ["any", "map"]),
        current.limit("ref") == nil, !current.flags.contains("union")
      else { return false }
      guard let next = node.children[segment] else { return false }
      if next.rows.isEmpty { return false }
      guard let nextRow = next.row(at: release) else {
        return node.children["*"]?.row(at: release) == nil && !segment.hasPrefix("[")
      }
      node = next
      row = nextRow
    }
    return false
  }
}

extension ReleaseCatalogue {
  /// The newest release of which any keys are known.
  static let newestKnown: Release = KeySet.all.last?.release ?? .oldest
}
