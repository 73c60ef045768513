internal import Diagnostics

/// The texts for what cannot be read.
extension StoreError {
  static func missing(_ path: String) -> StoreError {
    StoreError(
      .missing, path, "there is no file \(outside: path)",
      help: "check the path, or name the config with `--config PATH`")
  }

  static func dangling(_ path: String, _ target: String) -> StoreError {
    StoreError(
      .danglingLink, path, "\(outside: path) is a link to \(outside: target), which does not exist",
      help: "restore \(outside: target), or let the link lead to the config")
  }

  static func unresolved(_ path: String, _ error: FileError) -> StoreError {
    switch error {
    case .tooManyLinks:
      StoreError(
        .cyclicLink, path, "the links of \(outside: path) lead to each other without end",
        help: "look at the links with `ls -l \(outside: quoted(path))`, and replace the wrong one")
    case .notFound, .notAFolder:
      StoreError(
        .missing, path, "there is no file \(outside: path), because a folder on the way is missing",
        help: "check the path, or name the config with `--config PATH`")
    case .accessDenied:
      StoreError(
        .accessDenied, path, "a folder on the way to \(outside: path) may not be entered",
        help: "see which one with `namei -l \(outside: quoted(path))`, and run as its owner")
    default:
      .unread(path, error)
    }
  }

  static func notAFile(_ path: String, _ status: FileStatus) -> StoreError? {
    let help: Message = "name the config file itself with `--config PATH`"
    switch status.kind {
    case .regular:
      return nil
    case .folder:
      return StoreError(
        .isFolder, path, "\(outside: path) is a folder, expected a file", help: help)
    case .pipe:
      return StoreError(
        .isPipe, path, "\(outside: path) is a named pipe, expected a file",
        help: "to read what a program writes, use `--config -`")
    case .socket:
      return StoreError(
        .isSocket, path, "\(outside: path) is a socket, expected a file", help: help)
    case .device:
      return StoreError(
        .isDevice, path, "\(outside: path) is a device, expected a file", help: help)
    case .link:
      return StoreError(
        .readFailed, path, "\(outside: path) was replaced by a link while it was read",
        help: "run the command again")
    }
  }

  static func tooLarge(_ path: String, limit: Int) -> StoreError {
    StoreError(
      .tooLarge, path, "\(outside: path) has more than \(limit >> 20) MiB, which no config has",
      help: "check that the path is the config's")
  }

  static func unopened(
    _ path: String, _ target: String, _ status: FileStatus, user: FileUser, _ error: FileError
  ) -> StoreError {
    guard error == .accessDenied || error == .notPermitted else {
      return error == .notFound ? .missing(path) : .unread(path, error)
    }
    let (uid, file) = (Int(user.uid), quoted(target))
    let help: Message =
      status.uid == user.uid
      ? "run `chmod u+r \(outside: file)`"
      : "run `sudo chown \(uid) \(outside: file) && chmod u+r \(outside: file)`, or run as user \(Int(status.uid))"
    return StoreError(
      .accessDenied, path,
      """
      \(outside: path) may not be read: it belongs to user \(Int(status.uid)) with mode \
      \(ours: status.octalMode), and this runs as user \(uid)
      """, help: help)
  }

  static func unread(_ path: String, _ error: FileError) -> StoreError {
    StoreError(.readFailed, path, "\(outside: path) cannot be read: \(ours: error.text)")
  }

  /// A path as a shell takes it.
  static func quoted(_ path: String) -> String {
    let plain = path.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    if plain, !path.isEmpty { return path }
    return "'"
      + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
