/// The folder of ours beside a config: where things lie in it, and that it is ours alone.
///
///     .clawdoctor/.gitignore                         keeps backups out of dotfiles repositories
///     .clawdoctor/lock                               its lock is held while anything is written
///     .clawdoctor/backups/openclaw.json/000001.json5    the bytes from before a write
///     .clawdoctor/backups/openclaw.json/000001.record   what is known of them
///     .clawdoctor/backups/openclaw.json/pending         only while a file is written in place
///     .clawdoctor/backups/openclaw.json/journal         only while several files are written
struct BackupFolder: Sendable {
  let files: any FileSystem
  /// The folder of the config.
  let parent: String
  /// The config's name in it.
  let name: String
  /// To whom root gives what it makes here; nil for everybody else.
  var owner: Owner?

  init(files: any FileSystem, target: ResolvedPath, owner: Owner? = nil) {
    self.files = files
    parent = target.folder
    name = target.name
    self.owner = files.user.isRoot ? owner : nil
  }

  var root: String { parent + "/.clawdoctor" }
  var lockPath: String { root + "/lock" }
  var backups: String { root + "/backups/" + name }
  var pendingPath: String { backups + "/pending" }
  var journalPath: String { backups + "/journal" }

  func backupPath(_ id: Int) -> String { backups + "/" + BackupRecord.name(id) + ".json5" }
  func recordPath(_ id: Int) -> String { backups + "/" + BackupRecord.name(id) + ".record" }

  /// The note of a write in place that is going on or was cut off.
  func pendingWrite() throws(FileError) -> PendingWrite? {
    try files.contents(of: pendingPath, limit: 4_096).flatMap { PendingWrite($0) }
  }

  /// The note as a reader sees it, for whom a folder that cannot be entered holds none.
  func pendingWriteIfReadable() -> PendingWrite? {
    do {
      return try pendingWrite()
    } catch {
      return nil
    }
  }

  /// Whether a write of several files is going on or was cut off; false for a reader who cannot
  /// enter the folder.
  var hasJournal: Bool { (try? files.contents(of: journalPath, limit: Journal.limit)) != nil }

  /// Makes the folder if needed, and takes its lock.
  ///
  /// - Parameter milliseconds: how long to wait for another run.
  /// - Returns: the open lock file; closing it gives the lock back.
  /// - Throws: `StoreError` `locked`, `unsafeStore` or `writeFailed`.
  func lock(waiting milliseconds: Int) throws(StoreError) -> OpenFile {
    do {
      try claimFolder(root)
      return try openLock(waiting: milliseconds)
    } catch {
      throw .preparing(root, error)
    }
  }

  private func openLock(waiting milliseconds: Int) throws -> OpenFile {
    let file = try files.open(lockPath, for: .locking)
    do {
      guard try files.status(of: file).kind == .regular else { throw StoreError.unsafe(lockPath) }
      try files.lock(file, waiting: milliseconds)
      try files.claim(file, mode: 0o600, owner: owner)
      return file
    } catch {
      files.close(file)
      throw error
    }
  }

  /// Makes the folders of the backups, and the file that keeps them out of repositories.
  ///
  /// It is called under the lock.
  func prepare() throws(StoreError) {
    do {
      let ignore = root + "/.gitignore"
      // An empty one was cut off when it was made; any other text is the user's decision.
      if try files.contents(of: ignore, limit: 65_536)?.isEmpty ?? true {
        try files.replacePrivate(ignore, Array("*\n".utf8), owner: owner, isAwaited: false)
      }
      try claimFolder(root + "/backups")
      try claimFolder(backups)
    } catch {
      throw .preparing(root, error)
    }
  }

  /// Waits until the disk has the names of the folders down to that of the backups, innermost first.
  ///
  /// It is done once for all of them, behind the backup that lies there: each wait in between would
  /// cost as much as a write.
  func synchronizeFolders() throws(FileError) {
    for folder in [backups, root + "/backups", root, parent] {
      try files.synchronizeFolder(folder)
    }
  }

  /// Makes sure of one folder.
  private func claimFolder(_ path: String) throws {
    let isNew = try makeFolder(path)
    // Somebody may have put it there to have our secrets: these looks decide.
    let status = try files.status(of: path, followingLinks: false)
    let user = files.user
    guard status.kind == .folder, status.uid == user.uid || status.uid == owner?.uid else {
      throw StoreError.unsafe(path)
    }
    if isNew || status.mode != 0o700 || status.uid != owner?.uid ?? status.uid {
      let folder = try files.open(path, for: .folder)
      defer { files.close(folder) }
      try files.claim(folder, mode: 0o700, owner: owner)
    }
  }

  private func makeFolder(_ path: String) throws(FileError) -> Bool {
    do {
      try files.makeFolder(path)
      return true
    } catch {
      guard error == .exists else { throw error }
      return false
    }
  }
}
