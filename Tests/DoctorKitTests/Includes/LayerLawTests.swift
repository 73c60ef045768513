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

  /// A config of which the members are dealt out to two, down to some depth.
  private static func deal(
    _ value: MergedValue, depth: Int, to side: Int
  ) -> (MergedValue, MergedValue) {
    guard depth > 0, case .object(let members) = value else {
      return side == 0 ? (value, .object([:])) : (.object([:]), value)
    }
    var (first, second): ([String: MergedValue], [String: MergedValue]) = ([:], [:])
    for (number, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
      let side = (number + side) % 2
      if depth > 1, case .object = member.value {
        let (one, two) = deal(member.value, depth: depth - 1, to: side)
        first[member.key] = one
        second[member.key] = two
      } else if side == 0 {
        first[member.key] = member.value
      } else {
        second[member.key] = member.value
      }
    }
    return (.object(first), .object(second))
  }

  private func split(_ text: String, _ form: Form, _ depth: Int, _ side: Int) throws -> [String:
    String]
  {
    let whole = try MergedValue(text)
    if form == .sections {
      guard case .object(let members) = whole else { return [:] }
      var files: [String: String] = [:]
      var root: [String: MergedValue] = [:]
      for (number, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
        guard case .object = member.value else {
          root[member.key] = member.value
          continue
        }
        let (one, two) = Self.deal(member.value, depth: depth, to: side)
        let names = ["a\(number).json5", "b\(number).json5"]
        files[names[0]] = one.text
        files[names[1]] = two.text
        root[member.key] = .object(["$include": .array(names.map { .scalar("'" + $0) })])
      }
      files["openclaw.json"] = MergedValue.object(root).text
      return files
    }
    let (one, two) = Self.deal(whole, depth: depth, to: side)
    guard form == .siblings, case .object(var members) = two else {
      return [
        "openclaw.json": "{ $include: ['a.json5', 'b.json5'] }", "a.json5": one.text,
        "b.json5": two.text,
      ]
    }
    members["$include"] = .scalar("'a.json5")
    return ["openclaw.json": MergedValue.object(members).text, "a.json5": one.text]
  }

  private func merged(_ files: [String: String]) throws -> MergedValue {
    let values = try files.mapValues { try MergedValue($0) }
    return (values["openclaw.json"] ?? .array([])).including(values)
  }

  private func repaired(_ value: MergedValue, _ release: String) throws -> MergedValue {
    let config = try SplitConfig(["openclaw.json": value.text])
    _ = config.fix(release) { $0.allowsUnsafe = true }
    return try MergedValue(config.read("openclaw.json"))
  }

  @Test(
    "FM-42 R2: layers repaired and merged are the merged config repaired, or what is uncertain stays",
    arguments: Form.allCases, [1, 2, 3])
  func law(_ form: Form, _ depth: Int) throws {
    var (equal, withheld, written) = (0, 0, 0)
    for (number, example) in IncludeLawTests.examples.enumerated() where number % 3 == depth - 1 {
      for side in 0...1 {
        let files = try split(example.before, form, depth, side)
        guard files.count > 1 else { continue }
        let release = (example.target ?? ReleaseCatalogue.newestExact).description
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
    }
    #expect(written > 20, "\(equal) equal, \(withheld) withheld, \(written) written")
    print("LAW \(form) \(depth): \(equal) equal, \(withheld) withheld, \(written) written")
  }
}
