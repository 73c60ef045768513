import ConfigDocument
import ConfigSchema
import Diagnostics
import Migrations
import Testing

/// The chain runs over YAML as it runs over JSON5: migrations know nothing of the notation.
@Suite struct YAMLTests {
  @Test("An example gives the same values in YAML", arguments: ExampleCase.all)
  func example(_ test: ExampleCase) throws {
    let json5 = try migrate(
      test.example.before, to: test.target, with: [test.migration], only: [test.migration.facts.id])
    let before = try ConfigDocument(parsing: Array(test.example.before.utf8))
    // A key that stands twice has no value that could be written anew.
    guard before.kind(before.root) == .object, !Self.hasDuplicates(before, before.root) else {
      return
    }
    let text = try Self.yaml(before)
    let planner = MigrationPlanner(
      target: test.target, only: [test.migration.facts.id], chain: [test.migration])
    let plan = try planner.plan(text)
    let values = Self.values(plan.after, plan.after.root)
    #expect(values == Self.values(json5.plan.after, json5.plan.after.root))
    #expect(plan.changes.map(\.message) == json5.plan.changes.map(\.message))
    #expect(plan.changes.isEmpty == (plan.after.bytes == text.bytes))
  }

  @Test("Comments, order and the rest of the text stay")
  func text() throws {
    let before = """
      # the club
      slack:
        botToken: demo-not-a-secret-slack  # ours
      browser: {ssrfPolicy: {allowPrivateNetwork: true}}
      list:
      - one
      - |
        two

      """
    let document = try ConfigDocument(yaml: Array(before.utf8))
    let plan = try MigrationPlanner(target: "2026.4.22").plan(document)
    #expect(
      String(decoding: plan.after.bytes, as: UTF8.self) == """
        # the club
        channels:
          slack:
            botToken: demo-not-a-secret-slack  # ours
        browser: {ssrfPolicy: {dangerouslyAllowPrivateNetwork: true}}
        list:
        - one
        - |
          two

        """)
  }

  @Test("What an alias stands in the way of is reported and left")
  func alias() throws {
    let before = """
      base: &base
        botToken: demo-not-a-secret-slack
      slack: *base

      """
    let document = try ConfigDocument(yaml: Array(before.utf8))
    let plan = try MigrationPlanner(target: "2026.4.22").plan(document)
    #expect(plan.changes.isEmpty)
    #expect(plan.after.bytes == document.bytes)
    #expect(plan.findings.contains { "\($0.message)".contains("the value is an alias") })
  }

  /// A document with the same values in block style.
  private static func yaml(_ document: ConfigDocument) throws -> ConfigDocument {
    var draft = Draft(try ConfigDocument(yaml: Array("a: text\n".utf8)))
    try draft.set(newValue(document, document.root), at: .root)
    return try ConfigDocument(yaml: draft.render())
  }

  private static func newValue(_ document: ConfigDocument, _ node: NodeID) -> NewValue {
    switch document.kind(node) {
    case .object:
      .object(
        document.children(node).map { .init(document.key($0) ?? "", newValue(document, $0)) })
    case .array: .array(document.children(node).map { newValue(document, $0) })
    case .string: .string(document.string(node) ?? "")
    case .number: .number(document.text(node))
    case .boolean: .boolean(document.boolean(node) ?? false)
    case .null: .null
    }
  }

  private static func hasDuplicates(_ document: ConfigDocument, _ node: NodeID) -> Bool {
    var keys = Set<String>()
    for child in document.children(node) {
      if let key = document.key(child), !keys.insert(key).inserted { return true }
      if hasDuplicates(document, child) { return true }
    }
    return false
  }

  /// What a document means, its members in alphabetical order.
  private static func values(_ document: ConfigDocument, _ node: NodeID) -> String {
    switch document.kind(node) {
    case .object:
      let members = document.children(node).map {
        (document.key($0) ?? "").debugDescription + ": " + values(document, $0)
      }
      return "{" + members.sorted().joined(separator: ", ") + "}"
    case .array:
      return "[" + document.children(node).map { values(document, $0) }.joined(separator: ", ")
        + "]"
    case .string: return (document.string(node) ?? "").debugDescription
    case .number, .boolean, .null: return document.text(node)
    }
  }
}
