import Foundation
import Testing

/// Everything that is written is registered, and everything generated is current.
@Suite struct RegistryTests {
  /// A list, and where the things stand that must be in it.
  struct Registry: Sendable, CustomTestStringConvertible {
    let list: String
    let folder: String
    let conformance: String
    var testDescription: String { list }
  }

  static let registries = [
    Registry(
      list: "Sources/Checks/CheckRegistry.swift", folder: "Sources/Checks/", conformance: "Check"),
    Registry(
      list: "Sources/Migrations/MigrationChain.swift", folder: "Sources/Migrations/",
      conformance: "Migration"),
  ]

  /// A migration that the rows of a table make, in as many copies as there are ids.
  private static let engine: Set<String> = ["RowMigration"]

  @Test("Every check and every migration is in its list, once", arguments: registries)
  func registered(_ registry: Registry) throws {
    let list = try Repository.text(registry.list)
    for file in Repository.sources where file.path.hasPrefix(registry.folder) {
      for type in file.types(conformingTo: registry.conformance)
      where !Self.engine.contains(type) {
        let count = list.matches(of: try Regex(#"\b\#(type)\("#)).count
        #expect(count == 1, "\(file.path): \(type) stands \(count) times in \(registry.list)")
      }
    }
  }

  @Test("Every migration of the table is in the chain, once")
  func rows() throws {
    let chain = try Repository.text("Sources/Migrations/MigrationChain.swift")
    var ids: [Substring] = []
    for name in ["migrations", "later-migrations"] {
      let table = try Repository.text("Sources/Migrations/Tables/\(name).tsv")
      for line in table.split(separator: "\n") where !line.hasPrefix("#") {
        if let id = line.split(separator: "\t").first, id != "id", ids.last != id { ids.append(id) }
      }
    }
    for id in Set(ids).sorted() {
      let count = chain.split(separator: "row(\"\(id)\")", omittingEmptySubsequences: false).count
      #expect(count == 2, "\(id) stands \(count - 1) times in MigrationChain.swift")
      #expect(ids.count { $0 == id } == 1, "the rows of \(id) do not follow one another")
    }
    for match in chain.matches(of: #/row\("([^"]+)"\)/#) {
      #expect(ids.contains(match.1), "\(match.1) is in the chain and in no table")
    }
  }

  @Test("Generated tables are what their tables say")
  func generated() throws {
    let process = Process()
    process.executableURL = Repository.root.appending(path: "Scripts/embed-tables")
    process.arguments = ["--check"]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "run Scripts/embed-tables and commit the result")
  }
}
