/// Replaces several files, all or none: new files, a journal of them, then one renaming each.
struct JournalWrite {
  let files: any FileSystem
  /// Where the journal lies.
  let root: BackupFolder
  let locks: FolderLocks
  let random: @Sendable () -> UInt64

  /// Replaces the files.
  ///
  /// - Parameters:
  ///   - new: what goes where, on which nothing has been made yet.
  ///   - checkUnchanged: a last look at everything that was read, and one at each file right before
  ///     it is replaced; nil stands for everything.
  /// - Throws: `StoreError`; all files are as they were, except with `notConfirmed` (all are new)
  ///   and `damaged` (the next run finishes what the journal says).
  func run(_ new: [NewFile], checkUnchanged: (NewFile?) throws(StoreError) -> Void)
    throws(StoreError)
  {
    do throws(StoreError) {
      try make(new)
      try checkUnchanged(nil)
    } catch {
      for file in new { file.remove() }
      throw error
    }
    do {
      try write(Journal(members: new.map(\.member)))
    } catch {
      throw giveUp(new, .preparing(root.root, error))
    }
    for (count, file) in new.enumerated() {
      do throws(StoreError) {
        try checkUnchanged(file)
        try file.takePlace()
      } catch {
        throw takeBack(Array(new.prefix(count)), leaving: Array(new.dropFirst(count)), error)
      }
    }
    try confirm(new)
  }

  private func make(_ new: [NewFile]) throws(StoreError) {
    do {
      try locks.note(new.map(\.temporary), journalOf: root, random: random)
    } catch {
      throw .preparing(root.root, error)
    }
    for file in new { try file.make() }
  }

  private func write(_ journal: Journal) throws(FileError) {
    try files.replacePrivate(root.journalPath, journal.bytes(in: root.parent), owner: root.owner)
    try files.synchronizeFolder(root.backups)
  }

  /// Ends a write of which nothing is in place.
  private func giveUp(_ new: [NewFile], _ error: StoreError) -> StoreError {
    do {
      // The journal first: without it, new files are only litter; the other way round it would lie.
      try files.removeIfThere(root.journalPath)
      try files.synchronizeFolder(root.backups)
    } catch {
      return .halfWay(root.parent, root.journalPath, .preparing(root.root, error))
    }
    for file in new { file.remove() }
    return error
  }

  /// Puts the old bytes back where new ones are in place already, by a journal of its own.
  private func takeBack(_ done: [NewFile], leaving rest: [NewFile], _ error: StoreError)
    -> StoreError
  {
    guard !done.isEmpty else { return giveUp(rest, error) }
    let back = done.map { file in
      NewFile(
        place: file.place, path: file.path, target: file.target,
        temporary: file.place.parent + "/" + TemporaryFile.name(for: file.place.name, random()),
        old: file.old.holding(file.bytes), bytes: file.old.bytes)
    }
    do {
      try locks.note((rest + back).map(\.temporary), journalOf: root, random: random)
      for file in back { try file.make() }
      try write(Journal(members: back.map(\.member)))
    } catch {
      // The first journal still holds: the next run goes on, instead of back.
      let failure = error as? StoreError ?? .failed(root.parent, .deviceFailed)
      return .halfWay(root.parent, root.journalPath, failure)
    }
    do {
      for file in back { try file.takePlace() }
      try confirm(back)
    } catch {
      return .halfWay(root.parent, root.journalPath, error)
    }
    for file in rest { file.remove() }
    return error
  }

  /// Waits until the disk has the new names, looks at what is there, and removes the journal.
  private func confirm(_ new: [NewFile]) throws(StoreError) {
    do {
      for folder in Set(new.map(\.place.parent)).sorted() { try files.synchronizeFolder(folder) }
      try files.remove(root.journalPath)
      try files.synchronizeFolder(root.backups)
      for file in new {
        guard try files.contents(of: file.target, limit: file.bytes.count) == file.bytes else {
          throw StoreError.notConfirmed(file.path)
        }
      }
    } catch {
      throw error as? StoreError ?? .notConfirmed(new.first?.path ?? root.parent)
    }
  }
}

extension Snapshot {
  /// The same file with other bytes in it.
  func holding(_ bytes: [UInt8]) -> Snapshot {
    Snapshot(
      path: path, target: target, bytes: bytes, status: status,
      interruptedBackup: interruptedBackup)
  }
}
