internal import Checks
internal import ConfigStore
internal import Diagnostics

/// Looks at the config, its copies, and the folder in which OpenClaw keeps its state.
///
/// Only names, modes and owners are read, never what is in a file. No link inside the folder is
/// followed; the config and the folder itself may be links, and then what they lead to is judged.
///
/// A folder that nobody else can enter protects what is in it: there only the files that are known
/// to hold secrets are looked at, one by one, so that years of sessions cost nothing.
struct StateSurvey {
  /// As many files and folders are looked at.
  static let limit = 20_000
  /// As many folders deep.
  static let depth = 8

  /// A folder on the way down.
  struct Holder {
    let path: String
    let status: FileStatus
    /// Whether its group shares it on purpose.
    let isShared: Bool
    /// Whether a folder of the state above it keeps everybody else out.
    let isEnclosed: Bool
    /// How deep it lies in the state folder.
    var depth = 0
  }

  let files: any FileSystem
  let isManaged: Bool
  /// The user to whom everything should belong: this one; for root, the owner of the config.
  let owner: UInt32
  /// The home folder and those above it, which belong to more than OpenClaw.
  let forbidden: [FileStatus]
  /// The state folder, links followed; nil when none was looked at.
  var folder: String?
  /// What was found, in the order of the walk.
  private(set) var found: [StateFile] = []
  /// What stood at each path found.
  private(set) var statuses: [String: FileStatus] = [:]
  /// Whether there was more than the limit.
  private(set) var isCutOff = false
  private var count = 0

  init(files: any FileSystem, isManaged: Bool, owner: UInt32, forbidden: [FileStatus]) {
    self.files = files
    self.isManaged = isManaged
    self.owner = owner
    self.forbidden = forbidden
  }

  // MARK: Looking

  /// The names in a folder in order; none when it cannot be read.
  func names(in folder: String) -> [String] {
    ((try? files.names(in: folder)) ?? []).sorted()
  }

  /// Looks at one thing, unless it is a link, or neither a file nor a folder.
  ///
  /// - Parameters:
  ///   - path: where.
  ///   - name: what a reader calls it.
  ///   - role: what it is for; nil for a folder or a secret, whichever stands there.
  ///   - holder: the folder that it lies in; nil when that is not known.
  ///   - isLoose: whether a link on the way can be exchanged by others.
  /// - Returns: the folder to go down into; nil for a file and for what is passed over.
  @discardableResult
  mutating func look(
    at path: String, _ name: String, _ role: StateFile.Role?, in holder: Holder?,
    isLoose: Bool = false
  ) -> Holder? {
    guard count < Self.limit else {
      isCutOff = true
      return nil
    }
    count += 1
    guard let status = try? files.status(of: path, followingLinks: false),
      status.kind == .regular || status.kind == .folder
    else { return nil }
    let isFolder = status.kind == .folder
    let role = role ?? (isFolder ? .folder : .secret)
    guard isFolder == (role == .folder || role == .stateFolder) else { return nil }
    let isEnclosed = holder.map(isProtected) ?? false
    let isShared = SharedGroup.isDeliberate(
      access(status), isFolder: isFolder, in: holder.map { access($0.status) })
    if statuses.updateValue(status, forKey: path) == nil {
      found.append(
        StateFile(
          path: path, name: name, role: role, isFolder: isFolder, mode: status.mode,
          uid: status.uid, gid: status.gid,
          isShared: isShared,
          // The state folder's own modes count, wherever it lies.
          isEnclosed: role != .stateFolder && isEnclosed,
          obstacle: obstacle(path, status, isLoose: isLoose)))
    }
    guard isFolder else { return nil }
    return Holder(
      path: path, status: status, isShared: isShared,
      isEnclosed: role != .stateFolder && isEnclosed,
      depth: (holder?.depth ?? 0) + (role == .stateFolder ? 0 : 1))
  }

  /// The folder that something lies in, for judging that; it is not looked at for itself.
  func holder(_ path: String) -> Holder? {
    (try? files.status(of: path, followingLinks: true)).map { status in
      Holder(
        path: path, status: status,
        isShared: SharedGroup.isDeliberate(access(status), isFolder: true, in: nil),
        isEnclosed: false)
    }
  }

  /// Whether what lies in a folder is protected by it or by one above it: nobody can enter but the
  /// owner, root, and a group that shares it on purpose.
  func isProtected(_ holder: Holder) -> Bool {
    let status = holder.status
    let isClosed = status.mode & (holder.isShared ? 0o001 : 0o011) == 0
    return holder.isEnclosed || (isClosed && (status.uid == owner || status.uid == 0))
  }

  // MARK: Judging

  private func access(_ status: FileStatus) -> SharedGroup.Access {
    // New files of this user get its group; of another user's, only the number tells.
    let isOwn =
      status.gid == status.uid
      || (status.uid != 0 && status.uid == files.user.uid && status.gid == files.user.group)
    return SharedGroup.Access(mode: status.mode, isOwnGroup: isOwn)
  }

  private func obstacle(
    _ path: String, _ status: FileStatus, isLoose: Bool
  ) -> StateFile.Obstacle? {
    if path.hasPrefix("/nix/store/") { return .nixStore }
    if status.kind == .folder,
      status.mode & 0o1000 != 0 || forbidden.contains(where: { $0.isSameEntry(as: status) })
    {
      return .notOurs
    }
    if status.uid != owner { return .owner(expected: owner) }
    if isLoose { return .looseLink }
    if status.kind == .regular, status.linkCount > 1 { return .hardLinked }
    return isManaged ? .managed : nil
  }
}
