import ConfigDocument
import ConfigSchema
import Diagnostics
import Migrations
import Testing

/// Two migrations that touch a common key, with a config that concerns both.
struct PairCase: CustomTestStringConvertible, Sendable {
  let first: ExampleCase
  let second: ExampleCase
  let target: Release
  var testDescription: String {
    "\(first.migration.facts.id) before \(second.migration.facts.id)"
  }

  /// Every pair with a common key, and one where both are due at the same release.
  static let all: [PairCase] = {
    let touching = ExampleCase.all.compactMap { test -> (ExampleCase, [ConfigPath])? in
      let plan = try? migrate(
        test.example.before, to: test.target, with: [test.migration],
        only: [test.migration.facts.id]
      ).plan
      guard let plan, plan.hasChanges else { return nil }
      return (test, plan.ledger.entries.flatMap(\.event.paths))
    }
    var byMigration: [[(ExampleCase, [ConfigPath])]] = []
    for entry in touching {
      if byMigration.last?.first?.0.migration.facts.id == entry.0.migration.facts.id {
        byMigration[byMigration.count - 1].append(entry)
      } else {
        byMigration.append([entry])
      }
    }
    var pairs: [PairCase] = []
    for (place, first) in byMigration.enumerated() {
      for second in byMigration[(place + 1)...] {
        if let pair = pair(of: first, second) { pairs.append(pair) }
      }
    }
    return pairs
  }()

  /// The first examples of both that meet.
  private static func pair(
    of first: [(ExampleCase, [ConfigPath])], _ second: [(ExampleCase, [ConfigPath])]
  ) -> PairCase? {
    for one in first {
      for other in second {
        let target = max(one.0.target, other.0.target)
        guard one.0.migration.facts.life.includes(target),
          other.0.migration.facts.life.includes(target),
          one.1.contains(where: { left in other.1.contains { meet(left, $0) } })
        else { continue }
        return PairCase(first: one.0, second: other.0, target: target)
      }
    }
    return nil
  }

  private static func meet(_ left: ConfigPath, _ right: ConfigPath) -> Bool {
    guard left.steps.count > 1, right.steps.count > 1 else { return left == right }
    return left.isPrefix(of: right) || right.isPrefix(of: left)
  }

  /// A config with what both examples have; where they differ the first one's.
  func config(secondWins: Bool) throws -> String {
    let first = try ConfigDocument(parsing: Array(first.example.before.utf8))
    let second = try ConfigDocument(parsing: Array(second.example.before.utf8))
    let (upper, lower) = secondWins ? (second, first) : (first, second)
    var draft = Draft(try ConfigDocument(parsing: Array("{}\n".utf8)))
    for case .object(let members) in [
      Self.overlay(upper, upper.root, on: lower, lower.root)
    ] {
      for member in members { try draft.set(member.value, at: ConfigPath([.key(member.key)])) }
    }
    return String(decoding: draft.render(), as: UTF8.self)
  }

  private static func overlay(
    _ upper: ConfigDocument, _ node: NodeID, on lower: ConfigDocument, _ other: NodeID
  ) -> NewValue {
    guard upper.kind(node) == .object, lower.kind(other) == .object else {
      return value(upper, node)
    }
    var members = upper.children(node).map { child in
      let key = upper.key(child) ?? ""
      let below = lower.member(key, of: other)
      return NewValue.Member(
        key, below.map { overlay(upper, child, on: lower, $0) } ?? value(upper, child))
    }
    for child in lower.children(other) {
      let key = lower.key(child) ?? ""
      if upper.member(key, of: node) == nil {
        members.append(NewValue.Member(key, value(lower, child)))
      }
    }
    return .object(members)
  }

  private static func value(_ document: ConfigDocument, _ node: NodeID) -> NewValue {
    switch document.kind(node) {
    case .object:
      .object(
        document.children(node).map {
          NewValue.Member(document.key($0) ?? "", value(document, $0))
        })
    case .array: .array(document.children(node).map { value(document, $0) })
    case .string: .string(document.string(node) ?? "")
    case .number: .number(document.text(node))
    case .boolean: .boolean(document.boolean(node) == true)
    case .null: .null
    }
  }
}

/// Migrations that meet at a key do not spoil one another's work.
@Suite struct PairsTests {
  @Test("There are pairs")
  func present() {
    #expect(PairCase.all.count > 600)
  }

  @Test(
    "Two that meet lose nothing, end, and do together what they do one by one",
    arguments: [false, true])
  func composition(secondWins: Bool) throws {
    for pair in PairCase.all {
      let config = try pair.config(secondWins: secondWins)
      let chain = [pair.first.migration, pair.second.migration]
      let ids = Set(chain.map(\.facts.id))
      let both = try migrate(config, to: pair.target, with: chain, only: ids)
      let again = try migrate(both.text, to: pair.target, with: chain, only: ids)
      #expect(again.plan.changes.isEmpty, "\(pair): \(config)")
      let one = try migrate(config, to: pair.target, with: [chain[0]], only: ids)
      let other = try migrate(one.text, to: pair.target, with: [chain[1]], only: ids)
      #expect(other.plan.after.values() == both.plan.after.values(), "\(pair): \(config)")
    }
  }
}
