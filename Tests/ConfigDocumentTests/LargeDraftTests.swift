import ConfigDocument
import Diagnostics
import Testing

/// Objects of many members are edited as small ones are.
@Suite struct LargeDraftTests {
  static let count = 100

  static func document() throws -> ConfigDocument {
    let members = (0..<count).map { "  \"key\($0)\": { \"a\": \($0) }" }.joined(separator: ",\n")
    return try ConfigDocument(parsing: Array("{\n\(members)\n}\n".utf8))
  }

  enum Work: String, CaseIterable { case look, set, insert, rename, move, remove, match }

  @Test(
    "an edit of every member of a large object gives the right number of members",
    arguments: Work.allCases)
  func many(_ work: Work) throws {
    var draft = Draft(try Self.document())
    let numbers = work == .match ? 0..<1 : 0..<Self.count
    for number in numbers {
      let path = ConfigPath([.key("key\(number)"), .key("a")])
      let outer = ConfigPath([.key("key\(number)")])
      switch work {
      case .look: #expect(draft.kind(at: path) == .number)
      case .set: try draft.set(.null, at: path)
      case .insert: try draft.insert(.null, at: ConfigPath([.key("new\(number)")]))
      case .rename: try draft.renameKey(outer, to: "new\(number)")
      case .move: try draft.move(path, to: outer.appending(key: "b"))
      case .remove: try draft.remove(outer)
      case .match: #expect(draft.matches(PathPattern("*.a")).count == Self.count)
      }
    }
    let expected = [Work.insert: 2 * Self.count, .remove: 0][work] ?? Self.count
    #expect(draft.count(at: .root) == expected)
  }
}
