package import Diagnostics

/// What happened to which value, in order: the account that the proof holds against the result.
package struct Ledger: Sendable, Hashable {
  /// What happened to one value.
  ///
  /// Paths are those at that moment: earlier entries have moved them.
  package enum Event: Sendable, Hashable {
    /// The value, with all below it, went elsewhere.
    case moved(ConfigPath, to: ConfigPath)
    /// The value became another one that means the same.
    case converted(ConfigPath, to: ConfigPath)
    /// The value went away because another one, which the gateway reads, was there already.
    case superseded(ConfigPath, by: ConfigPath)
    /// The value went away for the reason that the change states.
    case removed(ConfigPath)
    /// An object that had lost all its members went away.
    case emptied(ConfigPath)
    /// A value came that was not there.
    case added(ConfigPath)
    /// An item of an array got another position, and those between made room.
    case reordered(ConfigPath, from: Int, to: Int)
  }

  /// An event and the migration that caused it.
  package struct Entry: Sendable, Hashable {
    /// Identifier of the migration.
    package let migration: String
    /// What happened.
    package let event: Event
  }

  /// All entries in order.
  package private(set) var entries: [Entry] = []

  /// An empty ledger.
  package init() {}

  /// Whether nothing happened.
  package var isEmpty: Bool { entries.isEmpty }

  /// Writes an event down.
  ///
  /// - Parameters:
  ///   - event: what happened.
  ///   - migration: identifier of the migration.
  package mutating func record(_ event: Event, by migration: String) {
    entries.append(Entry(migration: migration, event: event))
  }
}

extension Ledger.Event {
  /// The paths that the event names.
  package var paths: [ConfigPath] {
    switch self {
    case .moved(let path, let target), .converted(let path, let target): [path, target]
    case .superseded(let path, _), .removed(let path), .emptied(let path), .added(let path),
      .reordered(let path, _, _):
      [path]
    }
  }
}

extension Ledger.Event {
  /// Where the value stood that the event is about; nil for what is new.
  var source: ConfigPath? {
    switch self {
    case .moved(let path, _), .converted(let path, _), .superseded(let path, _),
      .removed(let path), .emptied(let path):
      path
    case .added, .reordered: nil
    }
  }

  /// The array whose items got other positions; nil when none did.
  var shiftedArray: ConfigPath? {
    switch self {
    case .moved(let path, let target), .converted(let path, let target):
      if case .index? = path.steps.last, !path.isPrefix(of: target) { path.parent } else { nil }
    case .superseded(let path, _), .removed(let path):
      if case .index? = path.steps.last { path.parent } else { nil }
    case .reordered(let array, _, _): array
    case .emptied, .added: nil
    }
  }
}
