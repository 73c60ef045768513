internal import ConfigDocument
internal import Diagnostics

/// An object that is exactly `{ $include: "file" }`, in the place of which the file's value is
/// looked at and edited.
struct Mount: Sendable, Hashable {
  /// The number of the file that includes.
  let parent: Int
  /// The number of the file that is included.
  let child: Int
  /// The object in the file that includes.
  let node: NodeID
  /// Where the value stands in the config.
  let path: ConfigPath
}
