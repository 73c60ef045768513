extension ConfigStore {
  /// Where a path leads, links followed, when a regular file stands there.
  ///
  /// - Parameter path: any path.
  /// - Returns: the path without links; nil when there is no such file or it cannot be reached.
  package func resolvedFile(_ path: String) -> String? {
    guard let found = try? resolve(path), found.status?.kind == .regular else { return nil }
    return found.target
  }

  /// The bytes of a small file that is none of ours and may be missing.
  ///
  /// - Parameter path: any path.
  /// - Returns: nil when there is no such file or it cannot be read.
  package func contents(ofFile path: String) -> [UInt8]? {
    guard resolvedFile(path) != nil else { return nil }
    return try? load(path).bytes
  }
}
