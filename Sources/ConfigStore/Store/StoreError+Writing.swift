internal import Diagnostics

/// The texts for what happens under the lock.
extension StoreError {
  static func locked(_ path: String) -> StoreError {
    StoreError(
      .locked, path, "another clawdoctor is writing here and holds \(outside: path)",
      help: "run the command again when it has ended")
  }

  static func unsafe(_ path: String) -> StoreError {
    StoreError(
      .unsafeStore, path,
      "\(outside: path) is not a folder or file of this user, so no backup can be put there",
      help: "look at it with `ls -ld \(outside: quoted(path))`, and move it away")
  }

  static func changedMeanwhile(_ path: String) -> StoreError {
    StoreError(
      .changedMeanwhile, path, "\(outside: path) was changed by somebody else since it was read",
      help: "run the command again, to work on what is there now")
  }

  static func changedSince(_ path: String) -> StoreError {
    StoreError(
      .changedSince, path, "\(outside: path) was edited since the last write of clawdoctor",
      help: "run `clawdoctor undo --force` to put the backup in its place; the edit is kept too")
  }

  static func exists(_ path: String) -> StoreError {
    StoreError(.exists, path, "\(outside: path) exists already", help: "choose another path")
  }

  static func interrupted(_ path: String, backup: Int) -> StoreError {
    StoreError(
      .interruptedWrite, path,
      "an earlier write of \(outside: path) was cut off, and the file may be half old, half new",
      help: """
        run `clawdoctor undo`, which brings back backup \(backup); a second `clawdoctor undo` \
        returns to what is there now
        """, backup: backup)
  }

  static func notReplaceable(_ path: String, _ error: FileError) -> StoreError {
    StoreError(
      .notReplaceable, path,
      "\(outside: path) cannot be replaced in one step: \(ours: error.text)",
      help: "it may be a mount of a single file: mount its folder, or allow writing in place")
  }

  static func noBackup(_ path: String, id: Int?) -> StoreError {
    if let id {
      return StoreError(
        .noBackup, path, "there is no backup \(id) of \(outside: path)",
        help: "see which there are with `clawdoctor undo --list`")
    }
    return StoreError(.noBackup, path, "there is no backup of \(outside: path)")
  }

  static func damagedBackup(_ path: String, id: Int) -> StoreError {
    StoreError(
      .damagedBackup, path, "backup \(id) does not hold the bytes that its record promises",
      help: "choose another one with `clawdoctor undo --list` and `clawdoctor undo --to ID`")
  }

  static func failed(_ path: String, _ error: FileError) -> StoreError {
    let help: Message? = error.text == FileError.diskFull.text ? "free some space on the disk" : nil
    return StoreError(
      .writeFailed, path,
      "\(outside: path) cannot be written and is as it was: \(ours: error.text)", help: help)
  }

  static func unchangedMode(_ path: String, _ error: FileError) -> StoreError {
    StoreError(
      .writeFailed, path, "the mode of \(outside: path) stays as it was: \(ours: error.text)",
      help: "change it with `chmod` as the user that owns it")
  }

  static func notConfirmed(_ path: String) -> StoreError {
    StoreError(
      .notConfirmed, path,
      "\(outside: path) was written, but could not be confirmed to hold the new bytes for good",
      help: "look at it; `clawdoctor undo` brings back what was there before")
  }

  static func damaged(_ path: String, backup: Int, _ error: FileError) -> StoreError {
    StoreError(
      .damaged, path,
      """
      writing \(outside: path) in place failed half-way and could not be taken back: \
      \(ours: error.text)
      """,
      help: "run `clawdoctor undo`, which brings back backup \(backup)", backup: backup)
  }

  /// What a failure in the folder of backups means; an error that says so itself stays.
  static func preparing(_ path: String, _ error: any Error) -> StoreError {
    if let error = error as? StoreError { return error }
    switch error as? FileError ?? .deviceFailed {
    case .wouldBlock:
      return locked(path)
    case .tooManyLinks, .notAFolder:
      return unsafe(path)
    case let error:
      return StoreError(
        .writeFailed, path,
        "no backup can be put in \(outside: path): \(ours: error.text); the config is as it was")
    }
  }
}
