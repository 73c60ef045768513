package import ConfigDocument
package import Diagnostics

/// What the chain would do to a config: a value that can be shown before anything happens.
package struct MigrationPlan: Sendable {
  /// The config that was read.
  package let before: ConfigDocument
  /// The config that would be written; equal to `before` when there is nothing to do.
  package let after: ConfigDocument
  /// What is done, in the order of the chain.
  package let changes: [Change]
  /// What could not or may not be done.
  package let findings: [Finding]
  /// What happened to which value.
  package let ledger: Ledger
  /// The edits, which know where everything came from.
  let draft: Draft

  /// Whether there is something to write.
  package var hasChanges: Bool { before.bytes != after.bytes }

  /// The plan with members of its result turned into comments.
  ///
  /// - Parameters:
  ///   - result: the result with the comments, which hold the exact text of the members.
  ///   - parked: one change a member.
  /// - Returns: a plan with that result; its ledger and its origins stay those of before.
  package func parking(_ result: ConfigDocument, _ parked: [Change]) -> MigrationPlan {
    MigrationPlan(
      before: before, after: result, changes: changes + parked, findings: findings, ledger: ledger,
      draft: draft)
  }

  /// Where values of the result stood in the text that was read.
  ///
  /// It answers nil for what is new, and is nil itself where nothing was changed.
  package var origin: (@Sendable (ConfigPath) -> SourceSpan?)? {
    guard hasChanges else { return nil }
    let lines = LineIndex(before.bytes)
    return { [draft] path in
      draft.origin(at: path).map { node in
        lines.span(draft.document.keyRange(node) ?? draft.document.range(node))
      }
    }
  }
}

/// Why a plan must not be written.
package enum PlanError: Error, Sendable, Hashable {
  /// The result is no JSON5 any more.
  case unreadable
  /// The result differs from the input in a way that the ledger does not explain.
  case unproven([ConservationProof.Violation])
}
