import ConfigDocument
import ConfigSchema
import Diagnostics
import DoctorKit
import Migrations
import Testing

/// Every example of every migration, cut into files: repaired in pieces it is what it is repaired
/// as a whole, or a piece was withheld and nothing got lost.
@Suite struct IncludeLawTests {
  static let examples: [MigrationExample] = MigrationChain.all.flatMap { migration in
    migration.examples.filter { $0.before != $0.after }
  }

  /// A config with the objects at some depth in files of their own.
  private func cut(_ text: String, depth: Int) throws -> [String: String] {
    let document = try ConfigDocument(parsing: Array(text.utf8))
    var level = [document.root]
    for _ in 0..<depth { level = level.flatMap { Array(document.children($0)) } }
    var files: [String: String] = [:]
    var root: [UInt8] = []
    var position = 0
    for node in level where document.kind(node) == .object {
      let range = document.range(node)
      let name = "p\(files.count).json5"
      files[name] = "// \(name)\n" + document.text(node) + "\n"
      root += document.bytes[position..<range.lowerBound]
      root += Array("{ $include: './\(name)' }".utf8)
      position = range.upperBound
    }
    root += document.bytes[position...]
    files["openclaw.json"] = String(decoding: root, as: UTF8.self)
    return files
  }

  /// The config with the files in the places of their includes again; the test made them plain.
  private func flat(_ files: [String: String]) -> String {
    files.filter { $0.key != "openclaw.json" }.reduce(files["openclaw.json"] ?? "") { text, file in
      var inner = file.value[...]
      if let end = inner.firstIndex(of: "\n") { inner = inner[inner.index(after: end)...] }
      return text.replacing("{ $include: './\(file.key)' }", with: inner)
    }
  }

  /// Keys and scalars in order, without their spelling.
  private func values(_ text: String) throws -> [String] {
    let document = try ConfigDocument(parsing: Array(text.utf8))
    func list(_ node: NodeID) -> [String] {
      let key = document.key(node) ?? ""
      guard document.kind(node).isContainer else {
        return ["\(key)=\(document.string(node) ?? document.text(node))"]
      }
      return ["\(key)<"] + document.children(node).flatMap { list($0) } + [">"]
    }
    return list(document.root)
  }

  @Test(
    "FM-08: cut into files at some depth, nothing is lost and nothing is flattened",
    arguments: [0, 1, 2])
  func pieces(_ depth: Int) throws {
    var (equal, withheld) = (0, 0)
    for (number, example) in Self.examples.enumerated() {
      let files = try cut(example.before, depth: depth)
      guard files.count > 1 else { continue }
      let release = (example.target ?? ReleaseCatalogue.newestExact).description
      let whole = try SplitConfig(["openclaw.json": example.before])
      _ = whole.fix(release) { $0.allowsUnsafe = true }
      let config = try SplitConfig(files)
      let report = config.fix(release) { $0.allowsUnsafe = true }
      let ids = report.findings.map(\.checkID)
      let note: Comment = "\(example.before)\n\(report.findings.map(\.message))"
      #expect(!ids.contains("proof") && !ids.contains { $0.hasPrefix("store.") }, note)
      #expect(!ids.contains("include-refused"), note)
      let after = try config.texts()
      #expect(after.keys.sorted() == files.keys.sorted(), note)
      for (name, text) in files where name != "openclaw.json" {
        #expect(after[name]?.hasPrefix("// \(name)\n") == true, note)
        #expect(after.values.contains { $0.contains("{ $include: './\(name)' }") }, note)
        if !report.writtenFiles.map(config.name).contains(name) { #expect(after[name] == text) }
      }
      let isWithheld = report.findings.contains { $0.message.contains("is not applied") }
      if isWithheld {
        withheld += 1
      } else {
        equal += 1
        #expect(try values(flat(after)) == values(whole.read("openclaw.json")), note)
      }
      // Some of each is enough: they take half of the time.
      guard number % 4 == depth, report.isWritten else { continue }
      #expect(!config.fix(release) { $0.allowsUnsafe = true }.isWritten, note)
      _ = config.undo()
      #expect(try config.texts() == files, note)
    }
    #expect(equal > 40, "\(equal) equal, \(withheld) withheld")
  }
}
