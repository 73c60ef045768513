import ConfigDocument
import Diagnostics
import Foundation
import Testing

/// The laws, over random documents and edits.
///
/// A failure prints its seed.
@Suite struct LawTests {
  static let blocks = 0..<8
  static let casesPerBlock = 250

  static func seeds(_ block: Int) -> Range<UInt64> {
    let first = UInt64(block * casesPerBlock)
    return first..<first + UInt64(casesPerBlock)
  }

  @Test(
    "FM-07, FM-17: a document is read as it was meant and rendered as it was",
    arguments: Notation.allCases, blocks)
  func reading(notation: Notation, block: Int) {
    for seed in Self.seeds(block) {
      let example = notation.example(seed: seed)
      let bytes = Array(example.text.utf8)
      do throws(SyntaxFailure) {
        let document = try notation.parse(bytes)
        #expect(Draft(document).render() == bytes, "seed \(seed)")
        let isSame = Tree(document, document.root) == example.tree
        #expect(isSame, "seed \(seed): \(example.text.debugDescription)")
        #expect(Laws.comments(document) == example.comments.sorted(), "seed \(seed)")
        #expect(
          Self.opened(document).render() == bytes, "seed \(seed): \(example.text.debugDescription)")
      } catch {
        Issue.record("seed \(seed): \(error.errors) \(example.text.debugDescription)")
      }
    }
  }

  /// A draft whose containers were all taken apart by edits that are then refused.
  static func opened(_ document: ConfigDocument) -> Draft {
    var draft = Draft(document)
    let tree = Tree(document, document.root)
    for path in [.root] + tree.paths() where tree[path]?.isContainer == true {
      try? draft.remove(path.appending(key: "nothing here"))
    }
    return draft
  }

  @Test(
    "FM-07, FM-17, FM-54: an edit does what it says, and nothing else",
    arguments: Notation.allCases, blocks)
  func editing(notation: Notation, block: Int) {
    var failures = 0
    var refusals = 0
    for seed in Self.seeds(block) {
      let example = notation.example(seed: seed)
      var random = SplitMix64(seed: ~seed)
      for _ in 0..<2 {
        let edit = RandomEdit(for: example.tree, with: &random)
        let text = Array(example.text.utf8)
        guard let violation = Laws.violation(of: edit, on: text, notation, &refusals) else {
          continue
        }
        Issue.record("seed \(seed): \(edit): \(violation)\nfrom \(example.text.debugDescription)")
        failures += 1
        if failures == 3 { return }
      }
    }
    // What the notation stands in the way of is refused; where that is often, an edit is missing.
    #expect(refusals * 100 <= Self.casesPerBlock * 2 * 5, "\(refusals) refusals")
  }

  /// Files that people wrote; they are not part of the package.
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/corpus/wild")

  static let files: [URL] =
    ((try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))
    ?? []).sorted { $0.path < $1.path }

  @Test(
    "FM-07: the laws hold for files that people wrote",
    .enabled(if: !files.isEmpty, "../shared/corpus/wild is absent"), arguments: files)
  func wild(file: URL) throws {
    let bytes = [UInt8](try Data(contentsOf: file))
    guard let document = try? ConfigDocument(parsing: bytes) else { return }
    #expect(Draft(document).render() == bytes)
    #expect(Self.opened(document).render() == bytes)
    let tree = Tree(document, document.root)
    var random = SplitMix64(seed: UInt64(bytes.count))
    for _ in 0..<4 {
      let edit = RandomEdit(for: tree, with: &random)
      var refusals = 0
      let violation = Laws.violation(of: edit, on: bytes, .json5, &refusals)
      if let violation {
        Issue.record("\(edit.description.prefix(200)): \(violation.prefix(120))")
      }
    }
  }
}
