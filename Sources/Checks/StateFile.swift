/// A file or folder of OpenClaw's state, as the file system describes it.
package struct StateFile: Sendable, Hashable {
  /// What it is for.
  package enum Role: Sendable, Hashable {
    /// The config, links followed.
    case config
    /// A copy of the config: a backup, or what a write left behind.
    case copy
    /// The folder in which OpenClaw keeps its state, links followed.
    case stateFolder
    /// A folder in it.
    case folder
    /// A file with credentials, keys, conversations or logs.
    case secret
  }

  /// Why its mode is not to be changed here.
  package enum Obstacle: Sendable, Hashable {
    /// It belongs to another user than this one.
    case owner(expected: UInt32)
    /// The install is managed from elsewhere.
    case managed
    /// Nix made it; everybody may read what lies there.
    case nixStore
    /// It has further names, which may be meant to be open.
    case hardLinked
    /// It is not OpenClaw's alone: the home folder, a folder above it, one for all users.
    case notOurs
    /// The way to it leads through a link that others can exchange.
    case looseLink
  }

  /// Where it lies.
  package let path: String
  /// What a reader calls it: the path below the state folder, or the file's name.
  package let name: String
  /// What it is for.
  package let role: Role
  /// Whether it is a folder.
  package let isFolder: Bool
  /// The bits of access: at most `0o7777`.
  package let mode: UInt32
  /// The owner's number.
  package let uid: UInt32
  /// The group's number.
  package let gid: UInt32
  /// Whether its group shares it on purpose, by `SharedGroup`.
  package let isShared: Bool
  /// Whether a folder of the state that holds it keeps everybody else out.
  package let isEnclosed: Bool
  /// Why its mode is not to be changed here; nil when it may be.
  package let obstacle: Obstacle?

  /// Makes a description.
  ///
  /// - Parameters:
  ///   - path: where it lies.
  ///   - name: what a reader calls it; nil for the path.
  ///   - role: what it is for.
  ///   - isFolder: whether it is a folder.
  ///   - mode: the bits of access, at most `0o7777`.
  ///   - uid: the owner's number.
  ///   - gid: the group's number.
  ///   - isShared: whether its group shares it on purpose.
  ///   - isEnclosed: whether a folder that holds it keeps everybody else out.
  ///   - obstacle: why its mode is not to be changed here.
  package init(
    path: String, name: String? = nil, role: Role, isFolder: Bool = false, mode: UInt32,
    uid: UInt32 = 1_000, gid: UInt32 = 1_000, isShared: Bool = false, isEnclosed: Bool = false,
    obstacle: Obstacle? = nil
  ) {
    self.path = path
    self.name = name ?? path
    self.role = role
    self.isFolder = isFolder
    self.mode = mode
    self.uid = uid
    self.gid = gid
    self.isShared = isShared
    self.isEnclosed = isEnclosed
    self.obstacle = obstacle
  }

  /// The bits of access that the group has.
  var groupBits: UInt32 { mode & 0o070 }
  /// The bits of access that everybody has.
  var otherBits: UInt32 { mode & 0o007 }
  /// The bits that are too much beyond doubt: a group that shares on purpose keeps its own.
  var excess: UInt32 { mode & (isShared ? 0o007 : 0o077) }
}
