internal import ConfigDocument
internal import Checks

extension Surroundings {
  /// The variables that may hold a secret of the config, in a fixed order: those of files, and
  /// OpenClaw's own of the process.
  var secretVariables: [(name: String, value: String)] {
    let read = (gateway.sources + client.sources).flatMap { source in
      source.values.sorted { $0.key < $1.key }
        .filter { source.kind != .process || $0.key.hasPrefix("OPENCLAW_") }
        .map { (name: $0.key, value: $0.value) }
    }
    return read + workspaceFiles.flatMap(\.names).map { (name: $0.name, value: $0.value) }
  }
}
