import Checks
import ConfigSchema
import Foundation
import Testing

/// What OpenClaw makes of strings with `${NAME}` in them.
@Suite struct SubstitutionTests {
  static let scope = VariableScope(
    sources: [
      VariableScope.Source(.process, values: ["A": "alpha", "_U": "under", "E": "", "D": "${A}"])
    ], knowledge: .machine)

  struct Row: Sendable, CustomTestStringConvertible {
    let input: String
    let output: String
    var names: [String] = []
    var missing: [String] = []
    var release: Release = "2026.4.22"
    var testDescription: String { input }
  }

  static let rows = [
    Row(input: "plain", output: "plain"),
    Row(input: "${A}", output: "alpha", names: ["A"]),
    Row(input: "a ${A} b${_U}", output: "a alpha bunder", names: ["A", "_U"]),
    Row(input: "$${A}", output: "${A}"),
    Row(input: "$$${A}", output: "$${A}"),
    Row(input: "${D}", output: "${A}", names: ["D"]),
    Row(input: "${E}", output: "${E}", names: ["E"], missing: ["E"]),
    Row(input: "${NO}-${A}", output: "${NO}-alpha", names: ["NO", "A"], missing: ["NO"]),
    Row(input: "${a} $A ${A:-x} ${ A } ${A", output: "${a} $A ${A:-x} ${ A } ${A"),
    Row(input: "${}", output: "${}"), Row(input: "$", output: "$"), Row(input: "", output: ""),
    Row(input: "${A}", output: "${A}", release: "2026.1.15"),
  ]

  @Test("A string becomes what OpenClaw reads", arguments: rows)
  func substituted(_ row: Row) {
    let result = Substitution(row.input, release: row.release, scope: Self.scope)
    #expect(result.text == row.output)
    #expect(result.names == row.names)
    #expect(result.missing == row.missing)
  }

  // MARK: What OpenClaw itself gave

  struct Recorded: Sendable, CustomTestStringConvertible {
    let id: String
    let input: String
    let output: String
    let variables: [String: String]
    var testDescription: String { "\(id): \(input)" }
  }

  static let recorded: [Recorded] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "shared/facts/env-oracle")
    return ["cases-2026.1.30.jsonl", "cases-2026.3.24.jsonl"].flatMap { name in
      let text = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
      return text.split(separator: "\n").flatMap { cases(Data($0.utf8)) }
    }
  }()

  private static func cases(_ line: Data) -> [Recorded] {
    guard let row = try? JSONSerialization.jsonObject(with: line) as? [String: Any],
      let id = row["id"] as? String, let variables = row["env"] as? [String: String],
      let input = row["input"]
    else { return [] }
    let output = row["lenientOutput"] ?? row["output"]
    var pairs: [Recorded] = []
    func pair(_ before: Any, _ after: Any?) {
      switch (before, after) {
      case (let before as String, let after as String):
        pairs.append(Recorded(id: id, input: before, output: after, variables: variables))
      case (let before as [String: Any], let after as [String: Any]):
        for (key, value) in before { pair(value, after[key]) }
      case (let before as [Any], let after as [Any]):
        for (index, value) in before.enumerated() where index < after.count {
          pair(value, after[index])
        }
      default: break
      }
    }
    pair(input, output)
    return pairs
  }

  @Test(
    "A string becomes what OpenClaw was recorded to read",
    .enabled(if: !recorded.isEmpty, "../shared/facts/env-oracle is absent"), arguments: recorded)
  func asRecorded(_ row: Recorded) {
    let scope = VariableScope(
      sources: [VariableScope.Source(.process, values: row.variables)], knowledge: .machine)
    #expect(Substitution(row.input, release: "2026.4.22", scope: scope).text == row.output)
  }
}
