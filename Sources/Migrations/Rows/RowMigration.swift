internal import ConfigDocument
internal import Diagnostics

/// A migration that is rows of `Tables/migrations.tsv`: plain renames, moves, merges, value maps
/// and removals.
package struct RowMigration: Migration {
  /// A row: a step, what it is limited to, and what it leaves empty.
  struct Row: Sendable, Hashable {
    var step: Step
    /// The kinds of value that it is for; nil for all. Others stay and are reported.
    var kinds: Set<NodeKind>?
    /// Patterns of objects that go when the step has emptied them, innermost first.
    var pruned: [String] = []
  }

  package let facts: MigrationFacts
  package let examples: [MigrationExample]
  let rows: [Row]

  package func apply(to transform: inout Transform) {
    for row in rows {
      let sources = BraceExpansion.expand(row.step.source)
      let targets = row.step.targets
      for (number, source) in sources.enumerated() {
        let pattern = PathPattern(source)
        let target = targets.isEmpty ? nil : PathPattern(targets[min(number, targets.count - 1)])
        for path in transform.draft.matches(pattern) {
          apply(row, at: path, matching: pattern, to: target, number, in: &transform)
        }
      }
    }
  }

  private func apply(
    _ row: Row, at path: ConfigPath, matching pattern: PathPattern, to target: PathPattern?,
    _ number: Int, in transform: inout Transform
  ) {
    let wildcards = pattern.wildcards(in: path)
    if let kinds = row.kinds, let kind = transform.kind(path), !kinds.contains(kind) {
      let wanted = kinds.map(\.phrase).sorted().joined(separator: " or ")
      transform.note(
        at: path, "\(path) is \(ours: kind.phrase), expected \(ours: wanted)",
        why: "\(ours: facts.why); a value of this kind has no place in the new shape",
        fix: .manual("correct the value or remove it, then run clawdoctor --fix"))
      return
    }
    let isGone = row.step.apply(
      at: path, to: target?.filled(with: wildcards), in: &transform)
    guard isGone else { return }
    for pruned in row.pruned {
      let choices = BraceExpansion.expand(pruned)
      let choice = PathPattern(choices[min(number, choices.count - 1)])
      if let path = choice.filled(with: wildcards) { transform.prune(path) }
    }
  }
}

extension Step {
  /// The targets, one for each alternative of the source; empty for a removal.
  var targets: [String] {
    switch self {
    case .move(_, let target, _), .merge(_, let target), .map(_, let target, _, _):
      BraceExpansion.expand(target)
    case .remove: []
    }
  }
}
