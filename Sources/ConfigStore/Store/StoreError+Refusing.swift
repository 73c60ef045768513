package import Diagnostics

/// The texts for what is not to be written, decided before anything is.
extension StoreError {
  static func managed(_ path: String) -> StoreError {
    StoreError(
      .managed, path, "\(outside: path) is managed from elsewhere and must not be changed here",
      help: "make the change in the source of the config: `--dry-run --diff` shows it")
  }

  static func nixStore(_ path: String, _ target: String) -> StoreError {
    StoreError(
      .nixStore, path, "\(outside: path) leads to \(outside: target) in the Nix store",
      help: "make the change in the Nix expression that builds it: `--dry-run --diff` shows it")
  }

  static func readOnlyFile(_ path: String, _ target: String) -> StoreError {
    StoreError(
      .readOnlyFile, path, "\(outside: path) is read-only",
      help: "if that is not on purpose, run `chmod u+w \(outside: quoted(target))`")
  }

  static func hardLinked(_ path: String, _ target: String, _ count: Int) -> StoreError {
    StoreError(
      .hardLinked, path,
      "\(outside: path) is one of \(count) names of the same file, and a write would part them",
      help: "find the others with `find / -xdev -samefile \(outside: quoted(target))`")
  }

  static func foreignOwner(_ path: String, owner: Int, user: Int) -> StoreError {
    StoreError(
      .foreignOwner, path,
      "\(outside: path) belongs to user \(owner), and this runs as user \(user)",
      help: "run the command as its owner: `sudo -u '#\(owner)' clawdoctor …`")
  }

  static func foreignGroup(_ path: String, group: Int) -> StoreError {
    StoreError(
      .foreignGroup, path,
      "\(outside: path) belongs to group \(group), which this user cannot give to a file",
      help: "run the command as a member of group \(group)")
  }

  static func rootForOther(_ path: String, owner: Int) -> StoreError {
    StoreError(
      .rootForOther, path, "\(outside: path) belongs to user \(owner), and this runs as root",
      help: "run the command as its owner: `sudo -u '#\(owner)' clawdoctor …`")
  }

  static func sharedFolder(_ path: String, _ folder: String, mode: String) -> StoreError {
    StoreError(
      .sharedFolder, path,
      """
      others may put another file in the place of \(outside: path), because the folder \
      \(outside: folder) has mode \(ours: mode)
      """,
      help: "run `chmod go-w \(outside: quoted(folder))`")
  }

  static func foreignFolder(_ path: String, _ folder: String, owner: Int) -> StoreError {
    StoreError(
      .foreignFolder, path,
      """
      the way to \(outside: path) goes through a link in \(outside: folder), which belongs to \
      user \(owner)
      """,
      help: "name the file itself with `--config PATH`")
  }

  static func cannotWriteFolder(_ path: String, _ folder: String, _ error: FileError) -> StoreError
  {
    if error == .readOnly { return readOnlyFileSystem(path) }
    return StoreError(
      .folderNotWritable, path,
      "no file can be made in \(outside: folder): \(ours: error.text)",
      help: "see who may with `ls -ld \(outside: quoted(folder))`")
  }

  static func cannotWriteFile(_ path: String, _ target: String, _ error: FileError) -> StoreError {
    error == .readOnly ? readOnlyFileSystem(path) : readOnlyFile(path, target)
  }

  /// There is no folder in which a `.env` could stand.
  package static func noStateFolder() -> StoreError {
    StoreError(
      .noHome, "", "no state folder is known, so there is no `.env` to write to",
      help: "name it with `--state-dir DIR`")
  }

  /// A `.env` cannot take a variable without changing what else it says.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - message: what is in the way, without any value.
  ///   - help: what to do about it.
  /// - Returns: the error.
  package static func unwritableVariable(
    _ path: String, _ message: Message, help: Message
  ) -> StoreError {
    StoreError(.unwritableVariable, path, "\(outside: path): " + message, help: help)
  }

  static func readOnlyFileSystem(_ path: String) -> StoreError {
    StoreError(
      .readOnlyFileSystem, path, "\(outside: path) lies on a file system that is mounted read-only",
      help: "make the change where the file comes from: `--dry-run --diff` shows it")
  }
}
