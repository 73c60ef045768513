import ConfigSchema
import Diagnostics
import Migrations
import Testing

/// What cannot be followed without the gateway or the network is said, at the spot.
@Suite struct ReportsTests {
  @Test(
    "A report names the spots, and nothing is changed",
    arguments: [
      (
        "telegram-allow-from-usernames", "2026.4.22",
        """
        { channels: { telegram: { allowFrom: ["*", -1, "tg:12", "TG:ann"], groups: { "-1": {
          allowFrom: ["7"], topics: { "9": { allowFrom: ["@eve"] } } } },
          accounts: { a: { groupAllowFrom: ["${ANN}", "telegram:7"] } } } } }
        """,
        [
          "channels.telegram.allowFrom[3]",
          "channels.telegram.groups[\"-1\"].topics[\"9\"].allowFrom[0]",
        ]
      ),
      (
        "allowlist-policy-restore", "2026.4.22",
        """
        { channels: { irc: { dmPolicy: "allowlist", accounts: {
          a: { dmPolicy: "allowlist", allowFrom: ["ann"] }, b: { dmPolicy: "allowlist" } } },
          line: { dmPolicy: "allowlist", allowFrom: "${LIST}" },
          matrix: { dm: { policy: "allowlist", allowFrom: [] } } } }
        """,
        ["channels.irc.dmPolicy", "channels.matrix.dm.policy", "channels.irc.accounts.b.dmPolicy"]
      ),
      (
        "plugins-load-paths-bundled", "2026.4.22",
        """
        { plugins: { load: { paths: ["~/openclaw/extensions/mine",
          "/opt/node_modules/openclaw/extensions/matrix"] } } }
        """,
        ["plugins.load.paths[1]"]
      ),
      (
        "plugins-installs-ledger", "2026.5.12", "{ plugins: { installs: {} } }",
        ["plugins.installs"]
      ),
      (
        "bluebubbles-channel", "2026.5.12", "{ channels: { bluebubbles: { enabled: false } } }",
        ["channels.bluebubbles"]
      ),
      (
        "tools-by-sender-typed-keys", "2026.4.22",
        "{ a: [{ toolsBySender: { x: { deny: [\"exec\"] }, \"id:x\": {} } }] }",
        ["a[0].toolsBySender.x"]
      ),
    ] as [(String, String, String, [String])])
  func report(_ id: String, _ target: String, _ config: String, _ paths: [String]) throws {
    let release = try #require(Release(target))
    let result = try migrate(config, to: release, only: [id])
    #expect(result.text == config)
    #expect(result.plan.findings.compactMap(\.path?.description) == paths)
    #expect(result.plan.findings.allSatisfy { $0.span != nil && $0.checkID == id })
  }
}
