/// The locks of all folders in which a run writes.
///
/// They are taken in the order of the names, so that two runs never wait for each other.
struct FolderLocks {
  let files: any FileSystem
  private var held: [String: (place: BackupFolder, lock: OpenFile)] = [:]

  /// Takes the locks.
  ///
  /// - Parameters:
  ///   - places: one or more of each folder.
  ///   - files: the file system.
  ///   - milliseconds: how long to wait for another run.
  /// - Throws: `StoreError` `locked`, `unsafeStore` or `writeFailed`, with no lock held.
  init(_ places: [BackupFolder], files: any FileSystem, waiting milliseconds: Int)
    throws(StoreError)
  {
    self.files = files
    for place in places.sorted(by: { $0.parent < $1.parent }) where held[place.parent] == nil {
      do throws(StoreError) {
        held[place.parent] = (place, try place.lock(waiting: milliseconds))
      } catch {
        release()
        throw error
      }
    }
  }

  /// Gives the locks back.
  func release() {
    for (_, lock) in held.values { files.close(lock) }
  }

  /// Removes what killed runs left in the folders.
  ///
  /// - Throws: the system's failure, or `StoreError` when a journal still needs it.
  func removeLeftovers(random: @escaping @Sendable () -> UInt64) throws {
    for (place, lock) in held.values {
      try TemporaryFile(place: place, lock: lock, random: random).removeLeftover()
    }
  }

  /// Notes temporary files in the lock files of their folders, and the journal that they are for.
  ///
  /// - Parameters:
  ///   - paths: the temporary files.
  ///   - root: where the journal lies.
  ///   - random: only to make temporary names; none is made here.
  /// - Throws: the system's failure.
  func note(
    _ paths: [String], journalOf root: BackupFolder, random: @escaping @Sendable () -> UInt64
  )
    throws(FileError)
  {
    for (place, lock) in held.values {
      let names = paths.filter { RelativePath.folder(of: $0) == place.parent }
        .map { RelativePath.name(of: $0) }
      let way = RelativePath.up(place.parent, to: root.journalPath, in: root.parent)
      try TemporaryFile(place: place, lock: lock, random: random)
        .note(LockNote(names: names, journal: way ?? root.journalPath))
    }
  }
}
