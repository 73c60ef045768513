import ConfigDocument
import ConfigSchema
import Diagnostics
import Migrations
import Testing

/// What may change access, routes or cost waits for consent.
@Suite struct ConsentTests {
  @Test(
    "FM-37, FM-51: without consent nothing is changed, and the report says what would be",
    arguments: [
      (
        "open-policy-allow-from", "channels.telegram.allowFrom[1]",
        "{ channels: { telegram: { dmPolicy: \"open\", allowFrom: [\"1\"] } } }"
      ),
      (
        "exec-safe-bin-profiles", "tools.exec.safeBinProfiles",
        "{ tools: { exec: { safeBins: [\"git\", \"npm\", \"git\"] } } }"
      ),
      (
        "single-account-to-default", nil,
        "{ channels: { slack: { botToken: \"${A}\", accounts: { b: { botToken: \"${B}\" } } } } }"
      ),
      (
        "nano-banana-entry", "agents.defaults.imageGenerationModel",
        "{ skills: { entries: { 'nano-banana-pro': { enabled: true } } } }"
      ),
      (
        "runtime-model-refs", nil,
        "{ agents: { list: [{ id: 'a', model: { primary: 'claude-cli/opus' } }] } }"
      ),
    ] as [(String, String?, String)])
  func waiting(_ id: String, _ missing: String?, _ config: String) throws {
    let plan = try migrate(config, to: "2026.4.25").plan
    #expect(plan.changes.filter { $0.migration == id }.isEmpty)
    let findings = plan.findings.filter { $0.checkID == id }
    #expect(!findings.isEmpty)
    for finding in findings {
      #expect(finding.span != nil)
      if case .unsafe = finding.fix {} else { Issue.record("\(finding.fix)") }
    }
    if let missing {
      #expect(findings.contains { $0.message == "\(Transform.path(missing)) is not there" })
    }
    let consented = try migrate(config, to: "2026.4.25", only: [id]).plan
    #expect(consented.hasChanges)
  }

  /// FM-37: all uses of a name change, or none.
  @Test("FM-37: fallbacks of the same program go along, in defaults and agents")
  func routes() throws {
    let config = """
      { agents: {
        defaults: { model: { primary: "claude-cli/a", fallbacks: ["claude-cli/b", "openai/c"] } },
        list: [{ id: "x", model: "claude-cli/b" }, { id: "y", model: "openai/claude-cli/b" }],
      } }
      """
    let result = try migrate(config, to: "2026.4.25", only: ["runtime-model-refs"])
    #expect(
      result.plan.after.values()
        == "{agents={defaults={agentRuntime={id=\"claude-cli\"};"
        + "model={fallbacks=[\"anthropic/b\";\"openai/c\"];primary=\"anthropic/a\"}};"
        + "list=[{agentRuntime={id=\"claude-cli\"};id=\"x\";model=\"anthropic/b\"};"
        + "{id=\"y\";model=\"openai/claude-cli/b\"}]}}")
  }

  /// FM-51: what named accounts share stays shared.
  @Test(
    "FM-51: policies and lists of people never leave the channel",
    arguments: [
      "dmPolicy: 'open'", "allowFrom: ['1']", "groupPolicy: 'open'", "groupAllowFrom: []",
    ])
  func shared(_ member: String) throws {
    let config = """
      { channels: { slack: { \(member), token: 'demo-not-a-secret-1', accounts: {
        b: { \(member), token: 'demo-not-a-secret-2' } } } } }
      """
    let result = try migrate(config, to: "2026.4.22", only: ["single-account-to-default"])
    #expect(result.plan.after.values().contains("default={token=\"demo-not-a-secret-1\"}"))
    #expect(result.text.components(of: member) == 2)
  }
}
