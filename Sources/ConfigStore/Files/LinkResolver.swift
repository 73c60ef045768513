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
    var done = Walk(path)
    var ahead = Array(Walk.parts(of: path).reversed())
    var status: FileStatus?
    var linkFolders: [String] = []
    while let part = ahead.popLast() {
      if part == "." { continue }
      if part == ".." {
        done.goUp()
        status = nil
        continue
      }
      let next = done.entering(part)
      do {
        status = try files.status(of: next.path, followingLinks: false)
      } catch {
        // Behind a link, a missing folder is the link's fault as much as a missing file.
        guard error == .notFound, ahead.isEmpty || !linkFolders.isEmpty else { throw error }
        let target = ahead.reversed().reduce(next) { $0.entering($1) }
        return ResolvedPath(target: target.path, status: nil, linkFolders: linkFolders)
      }
      switch status?.kind {
      case .link:
        guard linkFolders.count < Self.limit else { throw .tooManyLinks }
        linkFolders.append(done.path)
        let text = try files.destination(ofLink: next.path)
        if text.utf8.first == UInt8(ascii: "/") { done = Walk(text) }
        ahead += Walk.parts(of: text).reversed()
      case .folder:
        done = next
      default:
        guard ahead.isEmpty else { throw .notAFolder }
        done = next
      }
    }
    if status == nil { status = try files.status(of: done.path, followingLinks: false) }
    return ResolvedPath(target: done.path, status: status, linkFolders: linkFolders)
  }
}

/// How far a path has been resolved; no link is in it.
private struct Walk {
  private let isAbsolute: Bool
  private var parts: [Substring] = []

  /// Stands where a path begins: at the root, or at the working folder.
  init(_ path: String) {
    isAbsolute = path.utf8.first == UInt8(ascii: "/")
  }

  static func parts(of path: String) -> [Substring] { path.split(separator: "/") }

  var path: String {
    if parts.isEmpty { return isAbsolute ? "/" : "." }
    return (isAbsolute ? "/" : "") + parts.joined(separator: "/")
  }

  func entering(_ part: Substring) -> Walk {
    var next = self
    next.parts.append(part)
    return next
  }

  mutating func goUp() {
    if let last = parts.last, last != ".." {
      parts.removeLast()
    } else if !isAbsolute {
      parts.append("..")
    }
  }
}
