/// Tells a group that shares files on purpose from one that a umask has let in.
///
/// A gateway and its operator may work on one state folder through a common group. A tool that takes
/// the group's access away there stops the gateway from saving (`facts`: FM-27).
package struct SharedGroup: Sendable, Hashable {
  /// Who has what access to a file or a folder.
  package struct Access: Sendable, Hashable {
    /// The bits of access, at most `0o7777`.
    package let mode: UInt32
    /// Whether the group is the owner's own, so that its bits come from a umask.
    package let isOwnGroup: Bool

    /// Makes one.
    ///
    /// - Parameters:
    ///   - mode: the bits of access, at most `0o7777`.
    ///   - isOwnGroup: whether the group is the owner's own.
    package init(mode: UInt32, isOwnGroup: Bool) {
      self.mode = mode
      self.isOwnGroup = isOwnGroup
    }

    /// A group that somebody chose and let write.
    fileprivate var isWrittenByChosenGroup: Bool { !isOwnGroup && mode & 0o020 != 0 }
  }

  /// Whether the group of a file or a folder shares it on purpose.
  ///
  /// - Parameters:
  ///   - access: the access to it.
  ///   - isFolder: whether it is a folder.
  ///   - holder: the access to the folder that it lies in; nil when that is not known.
  /// - Returns: true where a folder hands its group on (set-group-ID), where a group that is not the
  ///   owner's own may write, or where such a group may do what others may not.
  package static func isDeliberate(
    _ access: Access, isFolder: Bool, in holder: Access?
  ) -> Bool {
    if isFolder, access.mode & 0o2000 != 0 { return true }
    if let holder, holder.mode & 0o2000 != 0 || holder.isWrittenByChosenGroup { return true }
    return access.isWrittenByChosenGroup
      || (!access.isOwnGroup && access.mode & 0o070 != 0 && access.mode & 0o007 == 0)
  }
}
