import Foundation
import Testing

@testable import ConfigSchema

/// The table of keys as a test reads it: straight from `keys.tsv`, not from what was made of it.
final class KeyModel: Sendable {
  /// One row.
  struct Row: Sendable {
    let path: String
    /// The path in its parts: keys, `*`, `[]`, `[0]`, `<label>`.
    let segments: [String]
    let since: Release
    /// Nil for the end of what is known.
    let until: Release?
    let types: Set<Substring>
    let values: String
    let limits: String
    let standard: String
    let flags: Set<Substring>

    func isAlive(at release: Release) -> Bool {
      since <= release && until.map { release <= $0 } ?? true
    }

    /// What stands behind a name in the limits.
    func limit(_ name: String) -> String? {
      for limit in limits.split(separator: ";") where limit.hasPrefix(name + "=") {
        return String(limit.dropFirst(name.count + 1))
      }
      return nil
    }
  }

  /// A key path and what is below it.
  struct Node: Sendable {
    var rows: [Row] = []
    var children: [String: Node] = [:]

    func row(at release: Release) -> Row? { rows.first { $0.isAlive(at: release) } }
  }

  static let tables = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/ConfigSchema/Tables")

  static func rows() throws -> [Row] {
    let text = try String(contentsOf: tables.appending(path: "keys.tsv"), encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("# ") && !$0.hasPrefix("#   ") }
      .dropFirst().compactMap { line in
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard columns.count == 8, let since = Release(columns[1]) else { return nil }
        return Row(
          path: String(columns[0]), segments: Self.segments(String(columns[0])), since: since,
          until: Release(columns[2]),
          types: Set(columns[3].split(separator: "|")), values: String(columns[4]),
          limits: String(columns[5]), standard: String(columns[6]),
          flags: Set(columns[7].split(separator: ",")))
      }
  }

  let rows: [Row]
  let root: Node

  init() throws {
    rows = try Self.rows()
    var root = Node()
    for row in rows { Self.insert(row, row.segments[...], into: &root) }
    self.root = root
  }

  private static func insert(_ row: Row, _ path: ArraySlice<String>, into node: inout Node) {
    guard let first = path.first else { return node.rows.append(row) }
    insert(row, path.dropFirst(), into: &node.children[first, default: Node()])
  }

  /// The segments of a path: keys, `*`, `[]`, `[0]`, `<label>`.
  static func segments(_ path: String) -> [String] {
    guard path != "(root)" else { return [] }
    return path.matches(of: #/<[^>]*>|\[[^\]]*\]|[^.\[<]+/#).map { String($0.0) }
  }

  /// The sets of keys, each as its first and last release.
  static let sets: [(first: Release, last: Release)] = KeySet.all.map {
    ($0.firstRelease, $0.release)
  }

  static let shared = Result { try KeyModel() }
}
