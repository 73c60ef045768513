/// The kinds of failure of this room; the raw value is stable and fit for machine output.
package enum StoreErrorCode: String, Sendable, Hashable, CaseIterable {
  /// No home folder is known, so no default path is either.
  case noHome = "no-home"
  /// The name of a profile cannot be part of a folder's name.
  case badProfile = "bad-profile"
  /// Nothing stands at the path.
  case missing
  /// A link leads to nothing.
  case danglingLink = "dangling-link"
  /// Links lead to each other without end.
  case cyclicLink = "cyclic-link"
  /// It is a folder.
  case isFolder = "is-folder"
  /// It is a named pipe.
  case isPipe = "is-pipe"
  /// It is a socket.
  case isSocket = "is-socket"
  /// It is a device.
  case isDevice = "is-device"
  /// Modes and owners forbid reading.
  case accessDenied = "access-denied"
  /// There are more bytes than a config can have.
  case tooLarge = "too-large"
  /// The system failed to read.
  case readFailed = "read-failed"
  /// There is no backup to go back to, or none with that number.
  case noBackup = "no-backup"
  /// A backup does not hold the bytes that its record promises.
  case damagedBackup = "damaged-backup"

  /// The install is managed from elsewhere, and only the source of truth may be changed.
  case managed
  /// It lies in the Nix store.
  case nixStore = "nix-store"
  /// Its mode, or a flag of the file system, forbids writing.
  case readOnlyFile = "read-only-file"
  /// It lies on a file system that is mounted read-only.
  case readOnlyFileSystem = "read-only-file-system"
  /// No file can be made in its folder.
  case folderNotWritable = "folder-not-writable"
  /// It has several names, and a replacement would cut them apart.
  case hardLinked = "hard-linked"
  /// It belongs to a user whose ownership this process cannot keep.
  case foreignOwner = "foreign-owner"
  /// It belongs to a group whose ownership this process cannot keep.
  case foreignGroup = "foreign-group"
  /// It belongs to another user, and root was not told to write for them.
  case rootForOther = "root-for-other"
  /// Others may put another file in its place.
  case sharedFolder = "shared-folder"
  /// A link on the way lies in a folder of somebody who has no business with the target.
  case foreignFolder = "foreign-folder"
  /// A `.env` cannot take a variable without changing what else it says.
  case unwritableVariable = "unwritable-variable"
  /// Another run of ours is writing in the folder.
  case locked
  /// The file is not what was read any more.
  case changedMeanwhile = "changed-meanwhile"
  /// The file is not what this tool last wrote.
  case changedSince = "changed-since"
  /// The file exists, and nothing may be written over it.
  case exists
  /// The file can only be written in place, and that was forbidden.
  case notReplaceable = "not-replaceable"
  /// An earlier write in place was cut off.
  case interruptedWrite = "interrupted-write"
  /// An earlier write of several files was cut off, and what is there does not fit its journal.
  case journalMismatch = "journal-mismatch"
  /// What is to be written to one other place stands in several files.
  case severalFiles = "several-files"
  /// The folder of backups is not ours alone.
  case unsafeStore = "unsafe-store"

  /// The system failed to write; the file is as it was.
  case writeFailed = "write-failed"
  /// The new bytes are in place, but the disk did not confirm them.
  case notConfirmed = "not-confirmed"
  /// A write in place failed half-way and could not be taken back; a backup holds the old bytes.
  case damaged

  /// What a failure means for the run.
  package enum Outcome: Sendable, Hashable {
    /// Nothing was read, nothing was changed: exit status 2.
    case unreadable
    /// It was decided not to write, nothing was changed: exit status 3.
    case refused
    /// Writing failed: exit status 4.
    case writeFailed
  }

  /// What it means for the run.
  package var outcome: Outcome {
    switch self {
    case .noHome, .badProfile, .missing, .danglingLink, .cyclicLink, .isFolder, .isPipe, .isSocket,
      .isDevice, .accessDenied, .tooLarge, .readFailed, .noBackup, .damagedBackup:
      .unreadable
    case .managed, .nixStore, .readOnlyFile, .readOnlyFileSystem, .folderNotWritable, .hardLinked,
      .foreignOwner, .foreignGroup, .rootForOther, .sharedFolder, .foreignFolder, .locked,
      .changedMeanwhile, .changedSince, .unwritableVariable, .exists, .notReplaceable,
      .interruptedWrite, .journalMismatch, .severalFiles, .unsafeStore:
      .refused
    case .writeFailed, .notConfirmed, .damaged:
      .writeFailed
    }
  }
}
