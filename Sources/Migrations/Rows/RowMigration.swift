internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// A migration that is rows of a table: plain renames, moves, merges, value maps and removals.
package struct RowMigration: Migration {
  /// A row: a step, what it is limited to, and what it leaves empty.
  struct Row: Sendable, Hashable {
    let step: Step
    /// The kinds of value that it is for; nil for all.
    ///
    /// Others stay and are reported.
    let kinds: Set<NodeKind>?
    /// Patterns of objects that go when the step has emptied them, innermost first.
    let pruned: [String]
    /// The first target for which the row is done; nil for all that its migration is for.
    let from: Release?
  }

  /// One alternative of a row.
  struct Site {
    let source: PathPattern
    let target: PathPattern?
    let pruned: [PathPattern]
  }

  package let id: String
  let lines: [TableLine]
  /// Whether the rows are those of removals, whose summary and examples follow from the key.
  private var isRemoval: Bool { lines.first?.isRemoval ?? false }

  package var facts: MigrationFacts {
    guard let first = lines.first, let introduced = first.release(.introduced) else {
      return MigrationFacts(id, life: Life(introduced: .oldest), summary: "", why: "")
    }
    let life = Life(
      introduced: introduced, refused: first.release(.refused), from: first.release(.from),
      until: first.release(.until))
    let unsafe = first.text(.unsafe)
    return MigrationFacts(
      id, life: life, summary: isRemoval ? Removal.summary(of: first) : first.text(.summary),
      why: first.text(.why), safety: unsafe.isEmpty ? .safe : .unsafe(unsafe))
  }

  package var examples: [MigrationExample] {
    guard !isRemoval else { return rows.flatMap { Removal.examples(of: $0) } }
    return lines.enumerated().filter { !$0.element.cell(.before).isEmpty }.map { number, line in
      MigrationExample(
        line.text(.before), line.text(.after), target: number == 0 ? nil : line.release(.from))
    }
  }

  var rows: [Row] {
    let reason = lines.first?.text(.why) ?? ""
    return lines.compactMap { $0.row(removedBecause: reason) }
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    lines.contains { vocabulary.mayMatch($0.cell(.source)) }
  }

  package func apply(to transform: inout Transform) {
    for row in rows where transform.vocabulary.mayMatch(row.step.source.utf8) {
      guard row.from.map({ transform.target >= $0 }) ?? true else { continue }
      for site in Self.sites(of: row) {
        for path in transform.draft.matches(site.source) {
          apply(row, site, at: path, in: &transform)
        }
      }
    }
  }

  /// The alternatives of the patterns side by side; a pattern with fewer than the source stands
  /// for all of them.
  static func sites(of row: Row) -> [Site] {
    func choices(_ text: String) -> [PathPattern] {
      BraceExpansion.expand(text).map { PathPattern($0) }
    }
    let targets = row.step.target.map(choices) ?? []
    let prunes = row.pruned.map(choices)
    return choices(row.step.source).enumerated().map { number, source in
      Site(
        source: source, target: targets.isEmpty ? nil : targets[min(number, targets.count - 1)],
        pruned: prunes.map { $0[min(number, $0.count - 1)] })
    }
  }

  private func apply(_ row: Row, _ site: Site, at path: ConfigPath, in transform: inout Transform) {
    let wildcards = site.source.wildcards(in: path)
    if let kinds = row.kinds, let kind = transform.kind(path), !kinds.contains(kind) {
      let wanted = kinds.map(\.phrase).sorted().joined(separator: " or ")
      transform.note(
        at: path, "\(path) is \(ours: kind.phrase), expected \(ours: wanted)",
        why: "\(ours: facts.why); a value of this kind has no place in the new shape",
        fix: .manual("correct the value or remove it, then run clawdoctor --fix"))
      return
    }
    let target = site.target?.filled(with: wildcards)
    guard row.step.apply(at: path, to: target, in: &transform) else { return }
    for pattern in site.pruned {
      if let pruned = pattern.filled(with: wildcards) { transform.prune(pruned) }
    }
  }
}

extension Step {
  /// The pattern of the target; nil for a removal.
  var target: String? {
    switch self {
    case .move(_, let target, _), .merge(_, let target), .unite(_, let target),
      .map(_, let target, _, _):
      target
    case .remove: nil
    }
  }
}
