package import ConfigSchema

/// One change of OpenClaw's config format, and how a config follows it.
///
/// A shipped migration is never altered: a mistake is corrected by a new one. There is no version
/// in the file to trust, so each finds out itself whether there is something to do, and does
/// nothing on its own output.
package protocol Migration: Sendable {
  /// Stable identifier, kebab-case: the one of its facts.
  var id: String { get }
  /// What it is, since when, and why.
  var facts: MigrationFacts { get }
  /// Configs before and after: documentation and test at once.
  var examples: [MigrationExample] { get }
  /// Whether it can find something to do in a config with these keys; asked before anything else,
  /// because there are many migrations and few that concern a given config.
  ///
  /// - Parameter vocabulary: the keys of the config as it is now.
  /// - Returns: true where only a look can tell.
  func mayConcern(_ vocabulary: KeyVocabulary) -> Bool
  /// Does it.
  ///
  /// - Parameter transform: the config and the ledger.
  func apply(to transform: inout Transform)
  /// Whether there can be something to bring back in a config with these keys.
  ///
  /// - Parameter vocabulary: the keys of the config as it is now.
  /// - Returns: true where only a look can tell.
  func mayConcernReverting(_ vocabulary: KeyVocabulary) -> Bool
  /// Brings the old shape back, for a release that does not know the new one; does nothing where
  /// no way back is known.
  ///
  /// - Parameter transform: the config and the ledger.
  func revert(in transform: inout Transform)
}

extension Migration {
  package var id: String { facts.id }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool { true }

  package func mayConcernReverting(_ vocabulary: KeyVocabulary) -> Bool { false }

  package func revert(in transform: inout Transform) {}
}

/// What a migration is, since when, and why, as read in the sources of OpenClaw.
package struct MigrationFacts: Sendable, Hashable {
  /// Whether it may run unasked.
  package enum Safety: Sendable, Hashable {
    /// The meaning of the config stays what it was.
    case safe
    /// It may change routing, cost or who has access: only on request. The text says how.
    case unsafe(String)
  }

  /// Stable identifier, kebab-case.
  package let id: String
  /// The releases whose configs it is for.
  package let life: Life
  /// What it does: imperative, at most 72 characters.
  package let summary: String
  /// One sentence on what OpenClaw changed.
  package let why: String
  /// Whether it may run unasked.
  package let safety: Safety

  /// Makes facts.
  ///
  /// - Parameters:
  ///   - id: stable identifier, kebab-case.
  ///   - life: the releases whose configs it is for.
  ///   - summary: what it does, in the imperative.
  ///   - why: what OpenClaw changed.
  ///   - safety: whether it may run unasked.
  package init(
    _ id: String, life: Life, summary: String, why: String, safety: Safety = .safe
  ) {
    self.id = id
    self.life = life
    self.summary = summary
    self.why = why
    self.safety = safety
  }
}

/// When a new shape came, when the old one was refused, and for which targets a migration holds.
package struct Life: Sendable, Hashable {
  /// The release that brought the new shape.
  package let introduced: Release
  /// The first release that refuses the old shape; nil while it is still accepted.
  package let refused: Release?
  /// The first target for which the migration is done.
  package let from: Release
  /// The first target for which it is not done any more, because the shape changed again.
  package let until: Release?

  /// Makes a life.
  ///
  /// - Parameters:
  ///   - introduced: the release that brought the new shape.
  ///   - refused: the first release that refuses the old shape.
  ///   - from: the first target for which the migration is done; without it the earlier of the
  ///     release that refuses the old shape and the one that brought the new.
  ///   - until: the first target for which it is not done any more.
  package init(
    introduced: Release, refused: Release? = nil, from: Release? = nil, until: Release? = nil
  ) {
    self.introduced = introduced
    self.refused = refused
    self.from = from ?? refused.map { max($0, introduced) } ?? introduced
    self.until = until
  }

  /// Whether a config for this release is to have the new shape.
  package func includes(_ target: Release) -> Bool {
    target >= from && until.map { target < $0 } ?? true
  }

  /// Whether this release refuses the old shape.
  package func isRefused(by target: Release) -> Bool {
    refused.map { target >= $0 } ?? false
  }
}

/// A config before and after a migration, in real JSON5.
package struct MigrationExample: Sendable, Hashable {
  /// The config before.
  package let before: String
  /// The config after; equal to `before` where the migration has nothing to do.
  package let after: String
  /// The release that it is migrated to; nil for the newest whose keys are known exactly.
  package let target: Release?

  /// Makes an example.
  ///
  /// - Parameters:
  ///   - before: JSON5.
  ///   - after: JSON5, byte for byte what must come out.
  ///   - target: the release that it is migrated to.
  package init(_ before: String, _ after: String, target: Release? = nil) {
    self.before = before
    self.after = after
    self.target = target
  }

  /// Makes an example of a config that stays as it is.
  ///
  /// - Parameters:
  ///   - config: JSON5.
  ///   - target: the release that it is migrated to.
  package init(unchanged config: String, target: Release? = nil) {
    self.init(config, config, target: target)
  }
}
