/// Files of our own: nobody but the owner of the config may read them.
extension FileSystem {
  /// Makes a file with mode 0600 that must not exist yet.
  ///
  /// - Parameters:
  ///   - path: where to make it.
  ///   - bytes: what it holds.
  ///   - owner: to whom root gives it; nil to leave it to whoever makes it.
  ///   - isAwaited: whether to wait until the disk has what it holds.
  /// - Throws: the system's failure; nothing of it is left then.
  func createPrivate(
    _ path: String, _ bytes: [UInt8], owner: Owner?, isAwaited: Bool = true
  ) throws(FileError) {
    let file = try open(path, for: .creating)
    defer { close(file) }
    do {
      try claim(file, mode: 0o600, owner: owner)
      try write(bytes, to: file)
      if isAwaited { try synchronize(file) }
    } catch {
      try? remove(path)
      throw error
    }
  }

  /// Puts a private file in the place of another in one step.
  func replacePrivate(
    _ path: String, _ bytes: [UInt8], owner: Owner?, isAwaited: Bool = true
  ) throws(FileError) {
    let new = path + ".new"
    try removeIfThere(new)
    try createPrivate(new, bytes, owner: owner, isAwaited: isAwaited)
    do {
      try rename(new, to: path)
    } catch {
      try? remove(new)
      throw error
    }
  }

  /// Gives an open file of ours its mode and its owner, if it has others.
  func claim(_ file: OpenFile, mode: UInt32, owner: Owner?) throws(FileError) {
    let now = try status(of: file)
    let access = FileAccess(mode: mode, uid: owner?.uid ?? now.uid, gid: owner?.gid ?? now.gid)
    guard access != FileAccess(mode: now.mode, uid: now.uid, gid: now.gid) else { return }
    try setAccess(access, of: file)
  }

  /// Reads a regular file; nil when there is none.
  func contents(of path: String, limit: Int) throws(FileError) -> [UInt8]? {
    let file: OpenFile
    do {
      file = try open(path, for: .reading)
    } catch {
      if error == .notFound { return nil }
      throw error
    }
    defer { close(file) }
    guard try status(of: file).kind == .regular else { return nil }
    return try read(file, limit: limit)
  }

  /// Removes a file if there is one.
  func removeIfThere(_ path: String) throws(FileError) {
    do {
      try remove(path)
    } catch {
      guard error == .notFound else { throw error }
    }
  }

  /// Waits until the disk has the names in a folder.
  func synchronizeFolder(_ path: String) throws(FileError) {
    let folder = try open(path, for: .folder)
    defer { close(folder) }
    try synchronize(folder)
  }
}

/// To whom root gives the files that it makes.
struct Owner: Sendable, Hashable {
  var uid: UInt32
  var gid: UInt32
}
