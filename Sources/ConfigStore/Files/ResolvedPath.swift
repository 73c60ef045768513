/// Where a path really leads, and through which folders.
struct ResolvedPath: Sendable, Hashable {
  /// The path without any link in it.
  let target: String
  /// What stands there; nil when nothing does.
  let status: FileStatus?
  /// The real folders in which a link was followed, in order.
  let linkFolders: [String]

  /// The real folder that holds the target.
  var folder: String {
    guard let slash = target.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == target.startIndex ? "/" : String(target[..<slash])
  }

  /// The target's name in its folder.
  var name: String {
    guard let slash = target.utf8.lastIndex(of: UInt8(ascii: "/")) else { return target }
    return String(target[target.utf8.index(after: slash)...])
  }
}
