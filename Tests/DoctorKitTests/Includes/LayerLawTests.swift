import ConfigDocument
import ConfigSchema
import DoctorKit
import Migrations
import Testing

/// Every example of every migration, torn into two texts that OpenClaw merges: repaired one by one
/// and merged, they are what the merged config is when it is repaired.
@Suite struct LayerLawTests {
  enum Form: String, CaseIterable, Sendable {
    /// `{ $include: ["a", "b"] }`.
    case list
    /// `{ $include: "a", … }`.
    case siblings
    /// The same in each section.
    case sections
  }

  /// A config before a migration and the release that it is for.
  static let examples: [(text: String, release: String)] = MigrationChain.all.flatMap { migration in
    let newest = max(ReleaseCatalogue.newestExact, migration.facts.life.from)
    return migration.examples.filter { $0.before != $0.after }
      .map { ($0.before, ($0.target ?? newest).description) }
  }

  /// A config of which the members are dealt out to two, down to some depth.
  private static func deal(
    _ value: MergedValue, depth: Int, to side: Int
  ) -> (MergedValue, MergedValue) {
    guard depth > 0, case .object(let members) = value else {
      return side == 0 ? (value, .object([])) : (.object([]), value)
    }
    var (first, second): ([MergedValue.Member], [MergedValue.Member]) = ([], [])
    for (number, member) in members.enumerated() {
      let side = (number + side) % 2
      if depth > 1, case .object = member.value {
        let (one, two) = deal(member.value, depth: depth - 1, to: side)
        first.append(MergedValue.Member(key: member.key, value: one))
        second.append(MergedValue.Member(key: member.key, value: two))
      } else if side == 0 {
        first.append(member)
      } else {
        second.append(member)
      }
    }
    return (.object(first), .object(second))
  }

  private func split(
    _ text: String, _ form: Form, _ depth: Int, _ side: Int
  ) throws -> [String: String] {
    let whole = try MergedValue(text)
    guard case .object(let members) = whole else { return [:] }
    if form == .sections {
      var files: [String: String] = [:]
      var root: [MergedValue.Member] = []
      for (number, member) in members.enumerated() {
        guard case .object = member.value else {
          root.append(member)
          continue
        }
        let (one, two) = Self.deal(member.value, depth: depth, to: side)
        let names = ["a\(number).json5", "b\(number).json5"]
        files[names[0]] = one.text
        files[names[1]] = two.text
        let include = MergedValue.Member(
          key: "$include", value: .array(names.map { .scalar("'" + $0) }))
        root.append(MergedValue.Member(key: member.key, value: .object([include])))
      }
      files["openclaw.json"] = MergedValue.object(root).text
      return files
    }
    let (one, two) = Self.deal(whole, depth: depth, to: side)
    guard form == .siblings, case .object(let rest) = two else {
      return [
        "openclaw.json": "{ $include: ['a.json5', 'b.json5'] }", "a.json5": one.text,
        "b.json5": two.text,
      ]
    }
    let include = MergedValue.Member(key: "$include", value: .scalar("'a.json5"))
    return ["openclaw.json": MergedValue.object([include] + rest).text, "a.json5": one.text]
  }

  private func merged(_ files: [String: String]) throws -> MergedValue {
    let values = try files.mapValues { try MergedValue($0) }
    return (values["openclaw.json"] ?? .array([])).including(values)
  }

  private func repaired(_ value: MergedValue, _ release: String) throws -> MergedValue {
    var request = DoctorRequest()
    request.source = .bytes(Array(value.text.utf8))
    request.release = release
    request.allowsUnsafe = true
    let outcome = Doctor(environment: Environment(variables: [:], now: 1)).fix(request)
    return try MergedValue(String(decoding: try #require(outcome.filtered), as: UTF8.self))
  }

  @Test(
    "FM-42 R2: layers repaired and merged are the merged config repaired, or what is uncertain stays",
    arguments: Form.allCases, [1, 2, 3])
  func law(_ form: Form, _ depth: Int) throws {
    var (equal, withheld, written) = (0, 0, 0)
    // Each form takes a share: all examples in all forms take minutes.
    let share = (Form.allCases.firstIndex(of: form) ?? 0) * 3 + depth - 1
    for (number, example) in Self.examples.enumerated() where number % 54 == share * 6 {
      let files = try split(example.text, form, depth, number / 54 % 2)
      guard files.count > 1 else { continue }
      let release = example.release
      let before = try merged(files)
      let wanted = try repaired(before, release)
      let config = try SplitConfig(files)
      let report = config.fix(release) { $0.allowsUnsafe = true }
      let after = try config.texts()
      let note: Comment = "\(files)\n\(after)\n\(report.findings.map(\.message))"
      let ids = report.findings.map(\.checkID)
      #expect(!ids.contains("proof") && !ids.contains { $0.hasPrefix("store.") }, note)
      #expect(after.keys.sorted() == files.keys.sorted(), note)
      if report.isWritten { written += 1 }
      let result = try merged(after)
      if result == wanted {
        equal += 1
      } else {
        withheld += 1
        let isSaid = report.findings.contains {
          $0.message.contains("is not applied") || $0.message.contains("is left as it is")
        }
        #expect(isSaid, note)
        #expect(try repaired(result, release) == wanted, note)
      }
    }
    #expect(equal > withheld && written > 5, "\(equal) equal, \(withheld) withheld")
  }
}
