/// The file that is written in full before it takes the config's place.
///
/// Its name is noted in the lock file first, so that the next run under the lock can remove what a
/// killed one left, and never a file that only looks like one of ours.
struct TemporaryFile {
  private static let mark = ".clawdoctor-"
  private static let digits = 16

  let place: BackupFolder
  /// The lock file, whose lock is held.
  let lock: OpenFile
  let random: @Sendable () -> UInt64

  private var files: any FileSystem { place.files }

  /// Removes what the last run left, if it was killed.
  ///
  /// - Throws: the system's failure, or `StoreError` when a journal still needs those files.
  func removeLeftover() throws {
    let bytes: [UInt8]
    do {
      bytes = try files.read(lock, limit: 65_536)
    } catch {
      // A note longer than names is not one of ours.
      if error == .tooLarge { return }
      throw error
    }
    let note = LockNote(bytes)
    if let way = note.journal {
      let journal = RelativePath.resolve(way, in: place.parent)
      if try files.contents(of: journal, limit: Journal.limit) != nil {
        throw StoreError.unfinished(place.parent, journal)
      }
    }
    for name in note.names { try removeIfOurs(place.parent + "/" + name) }
  }

  private func removeIfOurs(_ path: String) throws(FileError) {
    do {
      let status = try files.status(of: path, followingLinks: false)
      guard status.kind == .regular, status.linkCount == 1 else { return }
      try files.remove(path)
    } catch {
      guard error == .notFound else { throw error }
    }
  }

  /// Chooses a name that nobody can foresee, and notes it.
  ///
  /// - Returns: the path of the file, which does not exist yet.
  func choosePath() throws(FileError) -> String {
    let name = chooseName()
    try note(LockNote(names: [name]))
    return place.parent + "/" + name
  }

  /// A name that nobody can foresee; it must be noted before a file is made.
  private func chooseName() -> String { Self.name(for: place.name, random()) }

  /// A name for a temporary file.
  ///
  /// - Parameters:
  ///   - name: of the file whose place it is to take.
  ///   - number: one that nobody can foresee.
  /// - Returns: the name, without a folder.
  static func name(for name: String, _ number: UInt64) -> String {
    ".\(name)\(mark)\(number.hexadecimal)"
  }

  /// Puts a note in the lock file, in the place of the one before.
  func note(_ note: LockNote) throws(FileError) {
    try files.write(note.bytes, to: lock)
    try files.synchronize(lock)
  }

  /// Whether a name has exactly the form that `choosePath` gives it.
  static func isOurs(_ name: String) -> Bool {
    let tail = name.utf8.suffix(digits)
    let isHexadecimal = tail.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
    let head = name.utf8.dropLast(digits)
    return tail.count == digits && isHexadecimal && head.count > mark.utf8.count + 1
      && head.first == UInt8(ascii: ".") && head.suffix(mark.utf8.count).elementsEqual(mark.utf8)
      && !name.utf8.contains(UInt8(ascii: "/")) && !name.utf8.contains(0)
  }
}
