import Foundation

/// A folder of its own for a test; nobody but the user may look into it.
struct Scratch {
  let folder: URL

  init() throws {
    let name = "clawdoctor-test-\(UUID().uuidString)"
    // The store refuses ways through links that others may change, so the path has none.
    folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().appending(path: name)
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  func remove() {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Makes a file with mode 0600.
  func file(_ name: String, _ bytes: [UInt8]) throws -> URL {
    let url = folder.appending(path: name)
    try Data(bytes).write(to: url)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url.path)
    return url
  }

  /// All names in it, hidden ones too.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }
}

/// What must be the same of a file that was not touched.
struct FileState: Equatable {
  let bytes: Data
  let changed: Date?
  let number: Int?
  let mode: Int?

  init(_ url: URL) throws {
    bytes = try Data(contentsOf: url)
    let facts = try FileManager.default.attributesOfItem(atPath: url.path)
    changed = facts[.modificationDate] as? Date
    number = facts[.systemFileNumber] as? Int
    mode = facts[.posixPermissions] as? Int
  }
}
