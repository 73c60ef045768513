import ConfigDocument
import ConfigSchema
import Diagnostics
import Migrations
import Testing

/// What stands where an object belongs, on the way to the new place of a value.
@Suite struct ClearingTests {
  @Test(
    "A value that holds nothing makes way, named in the report",
    arguments: ["null", "\"\"", "[]", "[ /* nobody */ ]"])
  func empty(_ value: String) throws {
    let config = "{ gateway: { token: \"demo-not-a-secret-t\", auth: \(value) } }"
    let result = try migrate(config, to: "2026.4.22")
    #expect(
      result.plan.after.values()
        == "{gateway={auth={mode=\"token\";token=\"demo-not-a-secret-t\"}}}")
    #expect(result.plan.changes.map(\.source?.description).contains("gateway.auth"))
    #expect(result.text.contains("nobody") == value.contains("nobody"))
    #expect(result.plan.findings.isEmpty)
  }

  @Test(
    "A value that holds something stays, and what would go into it too",
    arguments: ["7", "false", "\" \"", "\"token\"", "[null]", "\"${AUTH}\""])
  func filled(_ value: String) throws {
    let config = "{ gateway: { token: \"demo-not-a-secret-t\", auth: \(value) } }"
    let result = try migrate(config, to: "2026.4.22")
    #expect(result.text == config)
    #expect(result.plan.findings.count == 1)
  }

  @Test("Nothing makes way on the way to a place that stays empty")
  func unused() throws {
    let config = "{ gateway: { auth: null, port: 1 } }"
    #expect(try migrate(config, to: "2026.4.22").text == config)
  }

  @Test("A null at the new place does not win over a value")
  func null() throws {
    let config = "{ gateway: { token: \"${GATEWAY}\", auth: { mode: null, token: null } } }"
    let result = try migrate(config, to: "2026.4.22")
    #expect(result.text.contains("auth: { mode: null, token: \"${GATEWAY}\" }"))
    #expect(
      result.plan.changes.map(\.source?.description) == ["gateway.auth.token", "gateway.token"])
  }
}
