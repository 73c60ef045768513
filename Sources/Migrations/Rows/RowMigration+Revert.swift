internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

extension RowMigration {
  package func mayConcernReverting(_ vocabulary: KeyVocabulary) -> Bool {
    lines.contains { !$0.cell(.target).isEmpty && vocabulary.mayMatch($0.cell(.target)) }
  }

  package func revert(in transform: inout Transform) {
    for row in rows.reversed() {
      guard let back = row.step.wayBack, row.from.map({ transform.target < $0 }) ?? true else {
        continue
      }
      let sites = Self.sites(of: row)
      for site in sites.reversed() {
        // Where several old places became one, nobody can tell which it was.
        guard let target = site.target, sites.count(where: { $0.target == target }) == 1 else {
          continue
        }
        for path in transform.draft.matches(target) {
          revert(
            back, row, from: path, to: site.source.filled(with: target.wildcards(in: path)),
            in: &transform)
        }
      }
    }
  }

  private func revert(
    _ back: Step, _ row: Row, from path: ConfigPath, to old: ConfigPath?,
    in transform: inout Transform
  ) {
    guard let old, path == old || !transform.has(old),
      row.kinds.map({ kinds in transform.kind(path).map(kinds.contains) ?? false }) ?? true,
      back.apply(at: path, to: old, in: &transform)
    else { return }
    // The way there has made the objects that are empty now.
    var parent = path.parent
    while let level = parent, !level.steps.isEmpty, !level.isPrefix(of: old),
      transform.draft.count(at: level) == 0, transform.prune(level)
    {
      parent = level.parent
    }
  }
}

extension Step {
  /// The step for a release that does not know the new shape; nil where none is.
  fileprivate var wayBack: Step? {
    // Where nothing stands at the old place, the way back of a merge is a move.
    if case .merge(let source, let target) = self {
      return .move(source: target, target: source, conflict: .keepBoth)
    }
    return inverse
  }
}
