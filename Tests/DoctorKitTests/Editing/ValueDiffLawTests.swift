import ConfigDocument
import Diagnostics
import Foundation
import Migrations
import Testing

@testable import DoctorKit

/// For any two documents: the edits from one to the other give the values of the other, lose no
/// comment and are proven.
@Suite struct ValueDiffLawTests {
  /// A source of numbers that is the same in every run.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  /// The text that the edits from one document to another make of the first.
  private func edited(
    _ old: ConfigDocument, to new: ConfigDocument, _ name: Comment
  ) throws -> ConfigDocument {
    var difference = ValueDiff(
      ValueComparison(new: new, old: old, masks: Masks(in: new), rule: .text))
    difference.compare(new.root, with: old.root, at: .root, .exact)
    #expect(difference.refusals.isEmpty, name)
    var session = EditSession(old, id: "test")
    for edit in difference.edits { try session.make(edit) }
    return try session.plan().after
  }

  private func hold(_ old: ConfigDocument, _ new: ConfigDocument, _ name: Comment) throws {
    let after = try edited(old, to: new, name)
    let comparison = ValueComparison(new: new, old: after, masks: Masks(in: new), rule: .text)
    #expect(comparison.isSame(new.root, after.root), name)
    let again = try edited(after, to: new, name)
    #expect(again.bytes == after.bytes, name)
  }

  /// A value of a few names and numbers, so that many are alike.
  private func value(_ generator: inout Generator, depth: Int) -> String {
    switch Int.random(in: 0..<(depth == 0 ? 4 : 9), using: &generator) {
    case 0: return "\(Int.random(in: 0..<4, using: &generator))"
    case 1: return "'\(["a", "b", "é"].randomElement(using: &generator) ?? "")'"
    case 2: return Bool.random(using: &generator) ? "true" : "null"
    case 3: return "{}"
    case 4, 5, 6:
      let count = Int.random(in: 0..<5, using: &generator)
      let items = (0..<count).map { _ in
        let note = Bool.random(using: &generator) ? " /* c\(generator.next() % 99) */" : ""
        let isNamed = Bool.random(using: &generator)
        let item =
          isNamed
          ? "{ id: '\(generator.next() % 5)', v: \(value(&generator, depth: depth - 1)) }"
          : value(&generator, depth: depth - 1)
        return item + note
      }
      return "[" + items.joined(separator: ", ") + "]"
    default:
      let keys = ["a", "b", "c", "d"].filter { _ in Bool.random(using: &generator) }
      let isLong = Bool.random(using: &generator)
      let members = keys.shuffled(using: &generator).map { key in
        "\(key): \(value(&generator, depth: depth - 1))" + (isLong ? ", // \(key)\n" : "")
      }
      return isLong
        ? "{\n" + members.joined() + "}" : "{ " + members.joined(separator: ", ") + " }"
    }
  }

  @Test("Made-up documents, 600 pairs", arguments: 0..<6)
  func generated(_ seed: Int) throws {
    var generator = Generator(state: UInt64(seed) &* 977 &+ 5)
    for number in 0..<100 {
      let texts = (0..<2).map { _ in "{ r: \(value(&generator, depth: 4)) }" }
      let documents = try texts.map { try ConfigDocument(parsing: Array($0.utf8)) }
      try hold(documents[0], documents[1], "\(seed).\(number): \(texts[0]) -> \(texts[1])")
    }
  }

  @Test(
    "Real configs, each made into the next ones",
    .enabled(if: !ViewTests.wild.isEmpty, "no ../shared/corpus/wild and no CLAWDOCTOR_SHARED"))
  func corpus() throws {
    let documents = ViewTests.wild.compactMap { file in
      (try? Data(contentsOf: file)).flatMap { try? ConfigDocument(parsing: Array($0)) }
    }
    for (number, old) in documents.enumerated() where !old.repeatsKey {
      for step in [1, 5] {
        let new = documents[(number + step) % documents.count]
        if new.repeatsKey { continue }
        try hold(old, new, "\(ViewTests.wild[number].lastPathComponent) +\(step)")
      }
    }
  }
}

extension ConfigDocument {
  /// Whether some object has a key twice: such ones are not edited.
  fileprivate var repeatsKey: Bool {
    var isRepeated = false
    forEachNode { node in
      var keys: Set<String> = []
      for child in children(node) {
        if let key = key(child), !keys.insert(key).inserted { isRepeated = true }
      }
    }
    return isRepeated
  }
}
