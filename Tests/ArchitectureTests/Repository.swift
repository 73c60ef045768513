import Foundation

/// The files of this repository, for tests about how it is built.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// All Swift files of the library targets and the executable.
  static let sources: [SourceFile] = swiftFiles(in: "Sources").compactMap {
    try? SourceFile(path: $0)
  }

  /// The text of a file.
  ///
  /// - Parameter path: relative to the root.
  /// - Returns: all of it.
  /// - Throws: when it is missing.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  private static func swiftFiles(in folder: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
    return (names?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }.sorted()
  }
}
