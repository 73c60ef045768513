/// The set of keys that a release is judged by, and how far that can be trusted.
package struct KeySet: Sendable, Hashable {
  /// The release that is asked about.
  package let release: Release
  /// The newest release with exactly these keys that is not after the one asked about; for one
  /// older than all, the oldest.
  package let source: Release
  /// How well the keys of the release itself are known; `none` when another release stands in.
  package let knowledge: ReleaseCatalogue.Knowledge
  /// How well the keys of the one that stands in are known.
  package let sourceKnowledge: ReleaseCatalogue.Knowledge
  /// Its position in the tree of keys.
  let position: Int

  /// Chooses the keys of a release, or of the nearest release before it whose keys are known.
  ///
  /// - Parameter release: any release, also one that is not in the table.
  package init(_ release: Release) {
    self.release = release
    let entries = ReleaseCatalogue.entries
    let known = entries.last { $0.release <= release && $0.knowledge != .none } ?? entries.first
    knowledge = ReleaseCatalogue.knowledge(of: release)
    source = known?.release ?? .oldest
    sourceKnowledge = known?.knowledge ?? .none
    position = known?.keys ?? 0
  }

  /// The first release that has exactly these keys.
  package var firstRelease: Release {
    ReleaseCatalogue.entries.first { $0.keys == position && $0.knowledge != .none }?.release
      ?? source
  }

  /// All sets of keys from the oldest on, each with the last release that has it.
  package static var all: [KeySet] {
    var sets: [KeySet] = []
    for entry in ReleaseCatalogue.entries where entry.knowledge != .none {
      if sets.last?.position == entry.keys { sets.removeLast() }
      sets.append(KeySet(entry))
    }
    return sets
  }

  /// The keys of a release that are known.
  private init(_ entry: ReleaseCatalogue.Entry) {
    release = entry.release
    source = entry.release
    knowledge = entry.knowledge
    sourceKnowledge = entry.knowledge
    position = entry.keys
  }
}
