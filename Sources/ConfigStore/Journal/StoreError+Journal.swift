internal import Diagnostics

/// The texts for writes of several files.
extension StoreError {
  static func unfinished(_ path: String, _ journal: String) -> StoreError {
    StoreError(
      .interruptedWrite, path,
      "an earlier write of several files was cut off: \(outside: journal) says what is left of it",
      help: "run `clawdoctor --fix` or `clawdoctor undo` on that config: each finishes it first")
  }

  static func unreadableJournal(_ path: String, _ journal: String) -> StoreError {
    StoreError(
      .journalMismatch, path, "\(outside: journal) says that a write was cut off, but is damaged",
      help: """
        compare the config and its included files with their backups in .clawdoctor, then remove \
        \(outside: journal)
        """)
  }

  static func journalMismatch(_ path: String, _ journal: String) -> StoreError {
    StoreError(
      .journalMismatch, path,
      """
      a write of several files was cut off and cannot be finished: \(outside: path) is neither \
      what it was nor what was to be written
      """,
      help: """
        look at \(outside: path), and at its backups in .clawdoctor; when all files are as they \
        should be, remove \(outside: journal)
        """)
  }

  static func unwritableName(_ path: String) -> StoreError {
    StoreError(
      .writeFailed, path,
      "the name of \(outside: path) has control characters, so it cannot be noted for a recovery",
      help: "give the file another name")
  }

  static func halfWay(_ path: String, _ journal: String, _ error: StoreError) -> StoreError {
    StoreError(
      .damaged, path,
      "several files were to be written, and it stopped half-way: \(error.message)",
      help: """
        run `clawdoctor --fix` or `clawdoctor undo`: each first finishes what \
        \(outside: journal) says
        """)
  }

  /// What would be written to one other place stands in several files.
  ///
  /// - Parameter path: the place.
  /// - Returns: the error.
  package static func severalFiles(_ path: String) -> StoreError {
    StoreError(
      .severalFiles, path, "the repair changes included files, which \(outside: path) cannot hold",
      help: "run it without `--output`, or see what it would do with `--dry-run --diff`")
  }
}
