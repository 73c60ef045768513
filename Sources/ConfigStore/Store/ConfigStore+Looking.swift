extension ConfigStore {
  /// Where a path really leads.
  package struct Destination: Sendable, Hashable {
    /// The path without any link in it.
    package let path: String
    /// What stands there.
    package let status: FileStatus
    /// Whether a link on the way can be exchanged by somebody else.
    package let isLoose: Bool
  }

  /// Whether nothing may be written, because the install is managed from elsewhere.
  package var isManaged: Bool { settings.isManaged }

  /// Follows the links of a path.
  ///
  /// - Parameter path: any path.
  /// - Returns: where it leads; nil when nothing stands there or it cannot be reached.
  package func destination(of path: String) -> Destination? {
    guard let found = try? resolve(path), let status = found.status else { return nil }
    let isLoose = found.linkFolders.contains { folder in
      guard let status = try? files.status(of: folder, followingLinks: false) else { return true }
      return status.mode & 0o1002 == 0o002
    }
    return Destination(path: found.target, status: status, isLoose: isLoose)
  }

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
