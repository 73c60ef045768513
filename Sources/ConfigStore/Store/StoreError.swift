package import Diagnostics

/// Why a config could not be found, read, written or put back.
///
/// It names files, owners and modes, never what is in a file.
package struct StoreError: Error, Sendable, Hashable {
  /// What went wrong, in a word that stays the same in every release.
  package let code: StoreErrorCode
  /// The path as it was asked for, or the file of ours that made the trouble.
  package let path: String
  /// What is the matter: one lower-case sentence in the present tense without a full stop.
  package let message: Message
  /// What to do about it, as a command where there is one; nil when nothing can be said.
  package let help: Message?
  /// The backup that holds the last complete bytes; nil when the file itself does.
  package let backup: Int?

  /// What the run must tell its caller: its exit status follows from this.
  package var outcome: StoreErrorCode.Outcome { code.outcome }

  init(
    _ code: StoreErrorCode, _ path: String, _ message: Message, help: Message? = nil,
    backup: Int? = nil
  ) {
    self.code = code
    self.path = path
    self.message = message
    self.help = help
    self.backup = backup
  }
}
