/// Paths as they are noted in files of ours: from a folder, so that they hold when the whole folder
/// is moved or mounted elsewhere.
enum RelativePath {
  /// The way from a folder to a file, both without links: down, or the absolute path elsewhere.
  static func from(_ folder: String, to target: String) -> String {
    if folder == "." { return target }
    let head = folder.hasSuffix("/") ? folder : folder + "/"
    return target.hasPrefix(head) ? String(target.dropFirst(head.count)) : target
  }

  /// The file that a way from a folder leads to.
  static func resolve(_ way: String, in folder: String) -> String {
    if way.utf8.first == UInt8(ascii: "/") || folder == "." { return way }
    return folder.hasSuffix("/") ? folder + way : folder + "/" + way
  }

  /// The way from a folder to a file in one above it; nil when it does not lie above.
  static func up(_ folder: String, to target: String, in upper: String) -> String? {
    let way = from(upper, to: target)
    if folder == upper { return way }
    let down = from(upper, to: folder)
    guard down != folder || upper == "." else { return nil }
    return String(repeating: "../", count: down.split(separator: "/").count) + way
  }

  /// The folder of a path without links.
  static func folder(of path: String) -> String {
    ResolvedPath(target: path, status: nil, linkFolders: []).folder
  }

  /// The last part of a path without links.
  static func name(of path: String) -> String {
    ResolvedPath(target: path, status: nil, linkFolders: []).name
  }
}
