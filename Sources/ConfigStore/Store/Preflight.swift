/// Everything that can be known to forbid a write, found out before anything is made or changed.
struct Preflight {
  let files: any FileSystem
  let settings: StoreSettings

  /// Makes sure that nothing known forbids the write.
  ///
  /// - Parameters:
  ///   - found: where the write would take place.
  ///   - path: the path as it was asked for, to name in errors.
  /// - Throws: `StoreError` with the outcome `refused`.
  func check(_ found: ResolvedPath, as path: String) throws(StoreError) {
    if settings.isManaged { throw .managed(path) }
    if found.target.hasPrefix("/nix/store/") { throw .nixStore(path, found.target) }
    let folder: FileStatus
    do {
      folder = try files.status(of: found.folder, followingLinks: false)
    } catch {
      throw .cannotWriteFolder(path, found.folder, error)
    }
    if let status = found.status {
      try checkOwner(status, in: folder, path)
      if status.linkCount > 1 { throw .hardLinked(path, found.target, Int(status.linkCount)) }
      if status.mode & 0o222 == 0 { throw .readOnlyFile(path, found.target) }
    }
    try checkChain(found, folder, path)
    try ask(found.folder) { error in .cannotWriteFolder(path, found.folder, error) }
    if found.status != nil {
      try ask(found.target) { error in .cannotWriteFile(path, found.target, error) }
    }
  }

  private func checkOwner(_ status: FileStatus, in folder: FileStatus, _ path: String)
    throws(StoreError)
  {
    let user = files.user
    if user.isRoot {
      guard status.uid == user.uid || settings.allowsRootForOther else {
        throw .rootForOther(path, owner: Int(status.uid))
      }
      return
    }
    guard status.uid == user.uid else {
      throw .foreignOwner(path, owner: Int(status.uid), user: Int(user.uid))
    }
    // A new file takes the folder's group where the folder says so, without being asked.
    guard user.groups.contains(status.gid) || folder.gid == status.gid else {
      throw .foreignGroup(path, group: Int(status.gid))
    }
  }

  /// Whoever may write in a folder on the way can put another file, or another link, in its place.
  private func checkChain(_ found: ResolvedPath, _ folder: FileStatus, _ path: String)
    throws(StoreError)
  {
    let isLinked = !found.linkFolders.isEmpty
    try checkShared(found.folder, folder, isLinked: isLinked, path)
    guard isLinked else { return }
    let trusted: Set<UInt32> = [0, files.user.uid, found.status?.uid ?? folder.uid]
    for name in Set(found.linkFolders).sorted() {
      let status: FileStatus
      do {
        status = try files.status(of: name, followingLinks: false)
      } catch {
        throw .unread(path, error)
      }
      try checkShared(name, status, isLinked: true, path)
      guard trusted.contains(status.uid) else {
        throw .foreignFolder(path, name, owner: Int(status.uid))
      }
    }
  }

  private func checkShared(_ name: String, _ status: FileStatus, isLinked: Bool, _ path: String)
    throws(StoreError)
  {
    // A group folder that holds the file itself is a layout of its own: gateway and user share it.
    let group: UInt32 = isLinked && !settings.acceptsGroupFolders ? 0o020 : 0
    let isSticky = status.mode & 0o1000 != 0
    guard isSticky || status.mode & (0o002 | group) == 0 else {
      throw .sharedFolder(path, name, mode: status.octalMode)
    }
  }

  private func ask(_ path: String, _ refusal: (FileError) -> StoreError) throws(StoreError) {
    do {
      try files.checkWritable(path)
    } catch {
      throw refusal(error)
    }
  }
}
