internal import ConfigDocument
internal import ConfigStore
internal import Diagnostics

/// One of the files that a config consists of.
struct SourceFile: Sendable {
  /// The path as messages name it: of the config as it was asked for, of an included file absolute
  /// and without `..`.
  let path: String
  /// What was read.
  let snapshot: Snapshot
  /// Its text and tree.
  let document: ConfigDocument
  /// Where its root value stands in the config; of several places the first.
  let place: ConfigPath
}
