import Checks
import ConfigDocument
import ConfigSchema
import Diagnostics
import DoctorKit
import Migrations
import Testing

/// No repair leads a gateway that would start into one that does not.
@Suite struct StartGuardTests {
  /// A migration that opens the gateway to the network.
  struct OpensGateway: Migration {
    var facts = MigrationFacts(
      "opens-gateway", life: Life(introduced: "2026.1.5"), summary: "Open the gateway",
      why: "a test")
    var examples: [MigrationExample] { [] }

    func apply(to transform: inout Transform) {
      let path = ConfigPath([.key("gateway"), .key("bind")])
      transform.convert(path, to: path, .string("lan"))
    }
  }

  /// A migration that nothing speaks against.
  struct RenamesTool: Migration {
    var facts = MigrationFacts(
      "renames-tool", life: Life(introduced: "2026.1.5"), summary: "Rename a tool", why: "a test")
    var examples: [MigrationExample] { [] }

    func apply(to transform: inout Transform) {
      transform.move(
        ConfigPath([.key("tools"), .key("bash")]), to: ConfigPath([.key("tools"), .key("exec")]))
    }
  }

  static let config =
    "{ gateway: { bind: 'loopback', auth: { mode: 'none' } }, tools: { bash: {} } }"

  func outcome(
    _ config: String, _ chain: [any Migration], repairs: [Repair] = []
  ) throws -> StartGuard.Outcome {
    let document = try ConfigDocument(parsing: Array(config.utf8))
    var planner = MigrationPlanner(target: "2026.2.17", chain: chain)
    for case .replace(let path, let text) in repairs.flatMap(\.steps) {
      planner.repairs.append(
        ValueRepair(id: "repair", path: path, value: .string(text), message: "do it"))
    }
    let context = CheckContext(document: document, target: "2026.2.17", lines: nil)
    return try StartGuard(planner: planner, document: document, context: context)
      .withholding(from: planner.plan(document), repairs: repairs)
  }

  @Test("A migration that breaks a start rule is left out and says so, the others are done")
  func withheld() throws {
    let outcome = try outcome(Self.config, [OpensGateway(), RenamesTool()])
    #expect(
      String(decoding: outcome.plan.after.bytes, as: UTF8.self)
        == Self.config.replacing("bash", with: "exec"))
    #expect(outcome.plan.changes.map(\.migration) == ["renames-tool"])
    #expect(outcome.findings.map(\.checkID) == ["opens-gateway"])
    #expect(outcome.findings.first?.why == "the result would break \(ours: "bind-without-auth")")
  }

  @Test("What breaks a rule anyway holds nothing back")
  func brokenBefore() throws {
    let config = Self.config.replacing("loopback", with: "tailnet")
    let outcome = try outcome(config, [OpensGateway(), RenamesTool()])
    #expect(outcome.plan.changes.map(\.migration) == ["opens-gateway", "renames-tool"])
    #expect(outcome.findings.isEmpty)
  }

  @Test("A repair of a check is left out too")
  func repair() throws {
    let repair = Repair(
      checkID: "repair", message: "do it",
      steps: [.replace(ConfigPath([.key("gateway"), .key("bind")]), with: "lan")])
    let outcome = try outcome(Self.config, [RenamesTool()], repairs: [repair])
    #expect(outcome.repairs.isEmpty)
    #expect(outcome.plan.changes.map(\.migration) == ["renames-tool"])
  }
}
