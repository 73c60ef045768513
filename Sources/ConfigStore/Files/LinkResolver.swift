internal import SystemPackage

/// Where a path really leads, and through which folders.
struct ResolvedPath: Sendable, Hashable {
  /// The path without any link in it.
  var target: String
  /// What stands there; nil when nothing does.
  var status: FileStatus?
  /// The real folders in which a link was followed, in order.
  var linkFolders: [String]

  /// The real folder that holds the target.
  var folder: String {
    let folder = FilePath(target).removingLastComponent()
    return folder.isEmpty ? "." : folder.string
  }

  /// The target's name in its folder.
  var name: String { FilePath(target).lastComponent?.string ?? target }
}

/// Follows the links of a path one by one.
///
/// The system could do that by itself, but it would not say which folders the way crosses, and
/// whoever may write in one of them decides where the way ends.
struct LinkResolver {
  /// As many links as Linux follows.
  private static let limit = 40

  let files: any FileSystem

  /// Resolves a path; only its last part may be missing, or what a link leads to.
  ///
  /// - Parameter path: the path as it was asked for.
  /// - Returns: where it leads.
  /// - Throws: `tooManyLinks` for links without end, `notFound` for a missing folder, `notAFolder`
  ///   for a file in a folder's place, or another failure of the system.
  func resolve(_ path: String) throws(FileError) -> ResolvedPath {
    let asked = FilePath(path)
    var done = FilePath(root: asked.root)
    var ahead = Array(asked.components.reversed())
    var status: FileStatus?
    var linkFolders: [String] = []
    while let part = ahead.popLast() {
      if part.kind == .currentDirectory { continue }
      if part.kind == .parentDirectory {
        done.goUp()
        status = nil
        continue
      }
      let next = done.appending(part)
      do {
        status = try files.status(of: next.string, followingLinks: false)
      } catch {
        // Behind a link, a missing folder is the link's fault as much as a missing file.
        guard error == .notFound, ahead.isEmpty || !linkFolders.isEmpty else { throw error }
        let target = next.appending(ahead.reversed())
        return ResolvedPath(target: target.string, status: nil, linkFolders: linkFolders)
      }
      switch status?.kind {
      case .link:
        guard linkFolders.count < Self.limit else { throw .tooManyLinks }
        linkFolders.append(done.isEmpty ? "." : done.string)
        let text = FilePath(try files.destination(ofLink: next.string))
        if let root = text.root { done = FilePath(root: root) }
        ahead += text.components.reversed()
      case .folder:
        done = next
      default:
        guard ahead.isEmpty else { throw .notAFolder }
        done = next
      }
    }
    let target = done.isEmpty ? "." : done.string
    if status == nil { status = try files.status(of: target, followingLinks: false) }
    return ResolvedPath(target: target, status: status, linkFolders: linkFolders)
  }
}

extension FilePath {
  fileprivate init(root: Root?) {
    self.init()
    self.root = root
  }

  /// Goes to the parent folder; `self` holds no link, so cutting off its last part does that.
  fileprivate mutating func goUp() {
    if let last = lastComponent, last.kind != .parentDirectory {
      removeLastComponent()
    } else if root == nil {
      append("..")
    }
  }
}
