/// The few calls through which this room touches a disk: the seam for tests.
///
/// Every call either does what it says or throws the system's number. None follows a symbolic link
/// in the last part of a path unless it says so.
package protocol FileSystem: Sendable {
  /// The user that the calls are made as.
  var user: FileUser { get }

  /// Says what stands at a path.
  ///
  /// - Parameters:
  ///   - path: the path.
  ///   - followingLinks: whether a link is followed to what it leads to.
  /// - Returns: what stands there.
  /// - Throws: the system's failure.
  func status(of path: String, followingLinks: Bool) throws(FileError) -> FileStatus

  /// Says what an open file is, whatever its name leads to by now.
  func status(of file: OpenFile) throws(FileError) -> FileStatus

  /// Reads the text of a symbolic link.
  func destination(ofLink path: String) throws(FileError) -> String

  /// Lists the names in a folder, in no order, without `.` and `..`.
  func names(in folder: String) throws(FileError) -> [String]

  /// Asks the system whether this user may write a file, or make and rename files in a folder.
  ///
  /// - Parameter path: the file or folder.
  /// - Throws: `readOnly` for a read-only file system, `accessDenied` or `notPermitted` otherwise.
  func checkWritable(_ path: String) throws(FileError)

  /// Makes one folder with mode 0700, whatever the umask.
  func makeFolder(_ path: String) throws(FileError)

  /// Opens a file, and never waits for anybody when doing so.
  ///
  /// - Parameters:
  ///   - path: the path; a link in its last part is an error.
  ///   - purpose: what is to be done with it.
  /// - Returns: the open file; it must be closed.
  /// - Throws: the system's failure.
  func open(_ path: String, for purpose: OpenPurpose) throws(FileError) -> OpenFile

  /// Reads all bytes from the start of a file.
  ///
  /// - Parameters:
  ///   - file: the open file.
  ///   - limit: the greatest number of bytes to take.
  /// - Returns: the bytes.
  /// - Throws: `tooLarge` when there are more.
  func read(_ file: OpenFile, limit: Int) throws(FileError) -> [UInt8]

  /// Writes all bytes from the start of a file, and cuts off what is behind them.
  func write(_ bytes: [UInt8], to file: OpenFile) throws(FileError)

  /// Gives an open file its mode, and its owner and group where they differ.
  func setAccess(_ access: FileAccess, of file: OpenFile) throws(FileError)

  /// Waits until the disk has what was written to a file or a folder.
  func synchronize(_ file: OpenFile) throws(FileError)

  /// Takes the exclusive lock of a file, which ends with the file's closing or the process.
  ///
  /// - Parameters:
  ///   - file: the open file.
  ///   - milliseconds: how long to try again while somebody else holds it.
  /// - Throws: `wouldBlock` when it is still held after that time.
  func lock(_ file: OpenFile, waiting milliseconds: Int) throws(FileError)

  /// Closes a file.
  func close(_ file: OpenFile)

  /// Gives a file another name, in place of what had that name.
  func rename(_ old: String, to new: String) throws(FileError)

  /// Removes the name of a file.
  func remove(_ path: String) throws(FileError)
}

/// An open file of a `FileSystem`.
package struct OpenFile: Sendable, Hashable {
  /// The number by which the file system knows it.
  package let number: Int32

  /// Makes one.
  ///
  /// - Parameter number: the number by which the file system knows it.
  package init(number: Int32) {
    self.number = number
  }
}

/// What a file is opened for.
package enum OpenPurpose: Sendable, Hashable {
  /// To read a file that exists.
  case reading
  /// To make a file that must not exist yet, with mode 0600 at most.
  case creating
  /// To write over a file that exists.
  case overwriting
  /// To lock a file; it is made with mode 0600 at most when it is not there.
  case locking
  /// To synchronize a folder or to set its access.
  case folder
}

/// Who may do what with a file.
package struct FileAccess: Sendable, Hashable {
  /// The bits of access, at most `0o7777`.
  package var mode: UInt32
  /// The owner's number.
  package var uid: UInt32
  /// The group's number.
  package var gid: UInt32

  /// Makes one.
  ///
  /// - Parameters:
  ///   - mode: the bits of access, at most `0o7777`.
  ///   - uid: the owner's number.
  ///   - gid: the group's number.
  package init(mode: UInt32, uid: UInt32, gid: UInt32) {
    self.mode = mode
    self.uid = uid
    self.gid = gid
  }
}

/// The user and the groups of a process, as the file system judges them.
package struct FileUser: Sendable, Hashable {
  /// The effective user's number; 0 is root.
  package var uid: UInt32
  /// The effective group's number and all further groups.
  package var groups: Set<UInt32>
  /// The effective group's number: new files get it where their folder says nothing else.
  package var group: UInt32

  /// Makes one.
  ///
  /// - Parameters:
  ///   - uid: the effective user's number.
  ///   - groups: the effective group's number and all further groups.
  ///   - group: the effective group's number; nil for the least of them.
  package init(uid: UInt32, groups: Set<UInt32>, group: UInt32? = nil) {
    self.uid = uid
    self.groups = groups
    self.group = group ?? groups.min() ?? uid
  }

  /// Whether it is the user for whom modes and owners do not count.
  package var isRoot: Bool { uid == 0 }
}
