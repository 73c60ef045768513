internal import SystemPackage

/// A system call that failed.
package struct FileError: Error, Sendable, Hashable {
  /// The system's number of the failure (`errno`).
  package let number: Int32

  /// Makes a failure.
  ///
  /// - Parameter number: the system's number of it (`errno`).
  package init(number: Int32) {
    self.number = number
  }

  /// What the system calls it.
  package var text: String { Errno(rawValue: number).description }

  /// Nothing has that name (`ENOENT`).
  package static var notFound: FileError { FileError(.noSuchFileOrDirectory) }
  /// Something has that name already (`EEXIST`).
  package static var exists: FileError { FileError(.fileExists) }
  /// Modes and owners forbid it (`EACCES`).
  package static var accessDenied: FileError { FileError(.permissionDenied) }
  /// The system forbids it to this user (`EPERM`).
  package static var notPermitted: FileError { FileError(.notPermitted) }
  /// The device failed (`EIO`).
  package static var deviceFailed: FileError { FileError(.ioError) }
  /// The disk is full (`ENOSPC`).
  package static var diskFull: FileError { FileError(.noSpace) }
  /// The file is in use, as a mount point is (`EBUSY`).
  package static var busy: FileError { FileError(.resourceBusy) }
  /// The two names are on different file systems (`EXDEV`).
  package static var otherDevice: FileError { FileError(.improperLink) }
  /// The file system is mounted read-only (`EROFS`).
  package static var readOnly: FileError { FileError(.readOnlyFileSystem) }
  /// Links lead to links without end, or a link stands where none may (`ELOOP`).
  package static var tooManyLinks: FileError { FileError(.tooManySymbolicLinkLevels) }
  /// A file stands where a folder was expected (`ENOTDIR`).
  package static var notAFolder: FileError { FileError(.notDirectory) }
  /// A folder stands where a file was expected (`EISDIR`).
  package static var isAFolder: FileError { FileError(.isDirectory) }
  /// There are more bytes than asked for (`EFBIG`).
  package static var tooLarge: FileError { FileError(.fileTooLarge) }
  /// Somebody else holds the lock (`EWOULDBLOCK`).
  package static var wouldBlock: FileError { FileError(.wouldBlock) }

  init(_ number: Errno) {
    self.number = number.rawValue
  }
}
