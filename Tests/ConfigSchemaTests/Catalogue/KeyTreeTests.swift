import Foundation
import Testing

@testable import ConfigSchema

/// The tree that was made of the table of keys.
@Suite struct KeyTreeTests {
  @Test("The tree ends where its root says")
  func length() {
    let tree = KeyTree()
    #expect(tree.range(of: tree.root) == 0..<tree.count)
  }

  @Test("Every row of the table is in the tree, with the same life and the same facts")
  func rows() throws {
    let tree = KeyTree()
    let sets = KeyModel.sets
    for row in try KeyModel.shared.get().rows {
      var node: KeyTree.Node? = tree.root
      for segment in row.segments {
        node = node.flatMap { tree.child(of: $0, named: segment) }
      }
      let found = try #require(node, "\(row.path) is not in the tree")
      let since = try #require(sets.firstIndex { $0.first == row.since })
      let until = row.until.map { last in sets.firstIndex { $0.last == last } } ?? sets.count - 1
      let facts = try #require(tree.row(of: found, at: since), "\(row.path) at \(row.since)")
      #expect(facts.span == since...(until ?? -1), "\(row.path) at \(row.since)")
      #expect(Set(facts.types.names.map { $0[...] }) == row.types, "\(row.path)")
      #expect(tree.text(facts.values) == row.values, "\(row.path)")
      #expect(tree.text(facts.limits) == row.limits, "\(row.path)")
      #expect(tree.text(facts.standard) == row.standard, "\(row.path)")
      #expect(facts.flags.contains(.required) == row.flags.contains("required"), "\(row.path)")
      #expect(facts.flags.contains(.strict) == row.flags.contains("strict"), "\(row.path)")
      #expect(facts.flags.contains(.strip) == row.flags.contains("strip"), "\(row.path)")
      #expect(facts.flags.contains(.open) == row.flags.contains("open"), "\(row.path)")
      #expect(facts.flags.contains(.catchall) == row.flags.contains("catchall"), "\(row.path)")
      #expect(facts.flags.contains(.union) == row.flags.contains("union"), "\(row.path)")
      #expect(facts.flags.contains(.sensitive) == row.flags.contains("sensitive"), "\(row.path)")
      #expect(facts.flags.contains(.unenforced) == row.flags.contains("unenforced"), "\(row.path)")
      #expect(facts.flags.contains(.rejected) == row.flags.contains("rejected"), "\(row.path)")
    }
  }

  @Test("The tree is no deeper than the walk over it may be")
  func depth() throws {
    let deepest = try KeyModel.shared.get().rows.map { $0.segments.count }.max()
    #expect((deepest ?? 0) < 24)
  }

  static let facts = KeyModel.tables.deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/facts/schema")

  @Test(
    "The table is what the facts give",
    .enabled(
      if: FileManager.default.fileExists(atPath: facts.path), "../shared/facts is not here"))
  func generated() throws {
    let root = KeyModel.tables.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let process = Process()
    process.executableURL = root.appending(path: "Scripts/make-key-table")
    process.arguments = ["--check"]
    try process.run()
    process.waitUntilExit()
    #expect(
      process.terminationStatus == 0,
      "run Scripts/make-key-table, then Scripts/embed-tables, and commit the result")
  }
}
